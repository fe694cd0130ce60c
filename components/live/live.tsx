'use client';
import { RadioTower } from 'lucide-react';
import { useEffect, useState } from 'react';
import { liveWordsOf, statusOf } from '@/client/status';
import { useOutbox } from '../saving/use-outbox';
import { HeaderSlot } from '../ui/header-slot';
import { useStream } from './use-stream';

/** Milliseconds for which a lost connection is no news: a server that is started anew takes about as long. */
const GRACE = 2500;

/** Words that have held for a while; null at once when there are none. */
function useLasting(words: string | null): string | null {
  const [lasting, setLasting] = useState<string | null>(null);
  useEffect(() => {
    if (words === null) return setLasting(null);
    const timer = setTimeout(() => setLasting(words), GRACE);
    return () => clearTimeout(timer);
  }, [words]);
  return words && lasting;
}

/**
 * Follows the desk on every page of it, and says in the header when it does not. Of a network that is gone the save
 * indicator tells already, and one who must sign in again is asked to: two notices of one thing are one too many.
 */
export function Live({ person }: { person: string }) {
  const { stream, state } = useStream(person);
  const { outbox, state: saving } = useOutbox(person);
  const { session, link } = saving.connection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the session is another, or a save arrived again, it is worth a try
  useEffect(() => stream?.retryNow(), [stream, session, link]);
  // whichever of the two finds the server first tells the other, so that nobody waits for both
  useEffect(() => {
    if (state.link === 'live') outbox?.reachable();
  }, [outbox, state.link]);
  const words = useLasting(liveWordsOf(state.link));
  const isTold = ['saved, offline', 'offline', 'signed out', 'other person'].includes(statusOf(saving).kind);
  if (!words || isTold) return null;
  return (
    <HeaderSlot slot="status">
      <span data-live={state.link} className="ml-2 flex items-center gap-1.5 px-1 whitespace-nowrap">
        <RadioTower className="size-4 shrink-0 text-warn" aria-hidden />
        <span className="hidden lg:inline">{words}</span>
        <span className="lg:hidden">Not live</span>
      </span>
    </HeaderSlot>
  );
}
