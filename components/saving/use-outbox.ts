'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { outboxOf } from '@/client/outbox/browser';
import type { Outbox } from '@/client/outbox/outbox';
import { nothing, type State } from '@/client/outbox/state';

const never = () => () => {};
const atFirst = () => nothing;

/** The outbox of the person who is signed in, and its state at this moment. Null until the browser has taken over. */
export function useOutbox(person: string): { outbox: Outbox | null; state: State } {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  useEffect(() => setOutbox(outboxOf(person)), [person]);
  const state = useSyncExternalStore(outbox?.subscribe ?? never, outbox?.state ?? atFirst, atFirst);
  return { outbox, state };
}
