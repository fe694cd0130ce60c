'use client';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { State } from '@/client/outbox/state';
import { type Status, statusOf, wordsOf } from '@/client/status';
import type { Person } from '@/domain/person';
import { announce, toast } from '../ui/announcer';
import { HeaderSlot } from '../ui/header-slot';
import { later } from '../ui/later';
import { SaveIndicator } from './save-indicator';
import { isShown } from './shown-conflicts';
import { useOutbox } from './use-outbox';

const Decisions = later(() => import('./dialogs').then((module) => module.Decisions));
const SignInAgain = later(() => import('./dialogs').then((module) => module.SignInAgain));

type Asking = 'decisions' | 'sign in' | null;

const askingFor: Partial<Record<Status['kind'], Exclude<Asking, null>>> = {
  undecided: 'decisions',
  'signed out': 'sign in',
  'other person': 'sign in',
};

/** Tells screen readers when saving stops and when it is right again, not of every save. */
function useSpoken(status: Status): void {
  const last = useRef<Status['kind']>('saved');
  const { kind } = status;
  const words = wordsOf(status);
  useEffect(() => {
    const was = last.current;
    if (kind === was || kind === 'saving') return;
    last.current = kind;
    announce(words, { urgent: kind in askingFor });
  }, [kind, words]);
}

/** Tells of changes that were set aside, and takes the notice away once the person looks at them. */
function useToldOf(aside: State['queue'], looking: boolean, look: () => void): void {
  const told = useRef(0);
  const dismiss = useRef(() => {});
  useEffect(() => {
    const elsewhere = aside.filter(({ id }) => !isShown(id)).length;
    const more = elsewhere > told.current;
    told.current = elsewhere;
    if (looking || elsewhere === 0) dismiss.current();
    if (!more || looking) return;
    const text = 'A change could not be saved as it is. Nothing is lost: decide what becomes of it.';
    dismiss.current();
    dismiss.current = toast({ text, kind: 'danger', action: { label: 'Decide', run: look } });
  }, [aside, looking, look]);
}

/** Opens what the state asks for: signing in again by itself, decisions by a press. */
function useAsking({ kind }: Status, queue: State['queue']): [Asking, (asking: Asking) => void] {
  const [asking, ask] = useState<Asking>(null);
  const aside = useMemo(() => queue.filter(({ trouble }) => trouble), [queue]);
  const undecided = aside.length;
  useEffect(() => {
    if (askingFor[kind] === 'sign in') ask('sign in');
    else ask((now) => (now === 'sign in' ? null : now));
  }, [kind]);
  useEffect(() => {
    if (undecided === 0) ask((now) => (now === 'decisions' ? null : now));
  }, [undecided]);
  const look = useCallback(() => ask('decisions'), []);
  useToldOf(aside, asking === 'decisions', look);
  return [asking, ask];
}

/** Saving, on every page of the desk: how it stands, and what the person must do for it. */
export function Saving({ person }: { person: Pick<Person, 'id' | 'name' | 'email'> }) {
  const { outbox, state } = useOutbox(person.id);
  const status = statusOf(state);
  const [asking, ask] = useAsking(status, state.queue);
  useSpoken(status);
  const wanted = askingFor[status.kind];
  return (
    <>
      <HeaderSlot slot="status">
        {state.restored && <SaveIndicator status={status} onPress={wanted ? () => ask(wanted) : null} />}
      </HeaderSlot>
      <Suspense>
        {outbox && asking === 'decisions' && <Decisions outbox={outbox} state={state} onClose={() => ask(null)} />}
        {outbox && asking === 'sign in' && (
          <SignInAgain person={person} status={status} outbox={outbox} onClose={() => ask(null)} />
        )}
      </Suspense>
    </>
  );
}
