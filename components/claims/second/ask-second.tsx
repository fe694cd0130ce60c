'use client';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import type { Claim } from '@/domain/claim';
import type { SecondReviewer } from '@/domain/contract/second-verdicts';
import { roleNames } from '@/domain/person';
import { toast } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { Spinner } from '../../ui/spinner';
import { useChecking } from '../under-check';
import { ask } from './second-deeds';

type Props = { claim: Claim; number: number; onClose: () => void };

const Person = ({ person, chosen, onChoose }: { person: SecondReviewer; chosen: boolean; onChoose: () => void }) => (
  <li>
    <label className="flex min-h-11 cursor-pointer items-center gap-3 border-t py-1.5 has-disabled:cursor-not-allowed has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <input
        type="radio"
        name="second-reviewer"
        className="size-4 shrink-0 accent-accent outline-none"
        checked={chosen}
        disabled={person.reason !== null}
        onChange={onChoose}
      />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={person.reason === null ? 'wrap-anywhere' : 'text-ink-faint wrap-anywhere'}>
          {person.name} <span className="text-sm text-ink-faint">{roleNames[person.role]}</span>
        </span>
        {person.reason !== null && <span className="text-sm text-ink-soft wrap-anywhere">{person.reason}</span>}
      </span>
    </label>
  </li>
);

/** An editor chooses who judges a claim a second time, from those who have had nothing to do with it. */
export function AskSecond({ claim, number, onClose }: Props) {
  const checking = useChecking();
  const [people, setPeople] = useState<readonly SecondReviewer[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let isGone = false;
    void call('listSecondReviewers', { params: { id: claim.id } }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setPeople(answer.value.items);
      else setTrouble('The list of people cannot be read just now. Close this and try again.');
    });
    return () => {
      isGone = true;
    };
  }, [claim.id]);
  const send = async () => {
    if (!chosen) return setTrouble('Choose somebody first.');
    setBusy(true);
    const problems = await ask(checking, claim, chosen);
    setBusy(false);
    if (problems) return setTrouble(problems.map(({ message }) => message).join(' '));
    toast({
      text: `${people?.find(({ id }) => id === chosen)?.name ?? 'Somebody'} is asked for a second verdict on claim ${number}.`,
    });
    onClose();
  };
  const able = people?.filter(({ reason }) => reason === null) ?? [];
  const others = people?.filter(({ reason }) => reason !== null) ?? [];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Second verdict on claim ${number}`}
      description="Whoever you ask sees the article, the claim and its sources, and nothing of the first verdict until they have filed their own."
      footer={
        <Button variant="primary" busy={busy} disabled={able.length === 0} onClick={() => void send()}>
          Ask for it
        </Button>
      }
    >
      {people === null && !trouble && <Spinner />}
      {people !== null && able.length === 0 && (
        <Notice kind="warn">
          Everybody at this desk has worked on this claim, decided on it, or seen its verdict.
        </Notice>
      )}
      {people !== null && (
        <fieldset>
          <legend className="sr-only">Who judges it a second time</legend>
          <ul className="flex flex-col border-b">
            {[...able, ...others].map((person) => (
              <Person
                key={person.id}
                person={person}
                chosen={chosen === person.id}
                onChoose={() => setChosen(person.id)}
              />
            ))}
          </ul>
        </fieldset>
      )}
      {trouble && (
        <Notice kind="danger" live>
          {trouble}
        </Notice>
      )}
    </Dialog>
  );
}
