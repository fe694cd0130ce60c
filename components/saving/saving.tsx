'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type Status, statusOf, wordsOf } from '@/client/status';
import type { Person } from '@/domain/person';
import { announce, toast } from '../ui/announcer';
import { HeaderSlot } from '../ui/header-slot';
import { SaveIndicator } from './save-indicator';
import { useOutbox } from './use-outbox';

const Decisions = lazy(() => import('./decisions').then((module) => ({ default: module.Decisions })));
const SignInAgain = lazy(() => import('./sign-in-again').then((module) => ({ default: module.SignInAgain })));

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

/** Opens what the state asks for: signing in again by itself, decisions by a press. */
function useAsking(status: Status, undecided: number): [Asking, (asking: Asking) => void] {
  const [asking, ask] = useState<Asking>(null);
  const { kind } = status;
  useEffect(() => {
    if (askingFor[kind] === 'sign in') ask('sign in');
    else ask((now) => (now === 'sign in' ? null : now));
  }, [kind]);
  const before = useRef(0);
  useEffect(() => {
    const more = undecided > before.current;
    before.current = undecided;
    if (undecided === 0) ask((now) => (now === 'decisions' ? null : now));
    if (!more) return;
    const text = 'A change could not be saved as it is. Nothing is lost: decide what becomes of it.';
    return toast({ text, kind: 'danger', action: { label: 'Decide', run: () => ask('decisions') } });
  }, [undecided]);
  return [asking, ask];
}

/** Saving, on every page of the desk: how it stands, and what the person must do for it. */
export function Saving({ person }: { person: Pick<Person, 'id' | 'name' | 'email'> }) {
  const { outbox, state } = useOutbox(person.id);
  const status = statusOf(state);
  const undecided = state.queue.filter(({ trouble }) => trouble).length;
  const [asking, ask] = useAsking(status, undecided);
  useSpoken(status);
  const wanted = askingFor[status.kind];
  return (
    <>
      <HeaderSlot slot="status">
        <SaveIndicator status={status} onPress={wanted ? () => ask(wanted) : null} />
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
