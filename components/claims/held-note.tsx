'use client';
import { useEffect, useLayoutEffect, useState } from 'react';
import { showsInPlace } from '../saving/shown-conflicts';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { DiffText } from '../ui/diff-text';
import { useChecking } from './under-check';
import type { Held } from './use-held';

/** Who changed the field that one is typing in, as a sentence. */
function useWho(by: string | null): string {
  const { me, names } = useChecking();
  if (by === me.id) return 'You changed this in another window.';
  return `${(by && names[by]) || 'Somebody else'} changed this meanwhile.`;
}

type Props<T> = { held: Held<T>; words: (value: T) => string };

/** What waits behind the field that one is typing in: who changed it, to what, and whose words shall stand. */
export const HeldNote = <T,>({ held, words }: Props<T>) =>
  held.waiting && <Waiting mine={words(held.value)} theirs={words(held.waiting.theirs)} waiting={held.waiting} />;

type WaitingProps = { mine: string; theirs: string; waiting: NonNullable<Held<unknown>['waiting']> };

function Waiting({ mine, theirs, waiting: { by, change, take, keep } }: WaitingProps) {
  const who = useWho(by);
  const [seen, see] = useState(false);
  const id = change?.id;
  useLayoutEffect(() => (id === undefined ? undefined : showsInPlace(id)), [id]);
  useEffect(() => announce(`${who} What you see stays until you choose.`), [who]);
  return (
    <div data-held className="flex flex-col gap-1 border-l-2 border-l-accent py-1 pl-2.5 text-sm">
      <p className="text-ink-soft">{who}</p>
      <div className="-ml-2 flex flex-wrap gap-1">
        <Button size="sm" variant="quiet" aria-expanded={seen} onClick={() => see(!seen)}>
          {seen ? 'Hide' : 'See'}
        </Button>
        <Button size="sm" variant="quiet" onClick={take}>
          Take theirs
        </Button>
        <Button size="sm" variant="quiet" onClick={keep}>
          Keep mine
        </Button>
      </div>
      {seen && (
        <p className="max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere" dir="auto">
          <DiffText before={mine} after={theirs} />
        </p>
      )}
    </div>
  );
}
