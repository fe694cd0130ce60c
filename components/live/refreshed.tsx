'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { call } from '@/client/call';
import { streamOf } from '@/client/stream/browser';
import type { Event } from '@/domain/event';

/** Milliseconds for which what happens is gathered, and after which at most the page shows it. */
const calm = 500;
const longest = 3000;

/**
 * Calls back, soon after something happened that concerns a page, since the line of the log that it was made at: once for
 * many, and only while somebody looks.
 */
export function useNews(person: string, since: number, concerns: (event: Event) => boolean, then: () => void): void {
  const latest = useRef({ then, since, concerns });
  latest.current = { then, since, concerns };
  useEffect(() => {
    let [first, due] = [0, false];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      if (!due || document.visibilityState !== 'visible') return;
      [first, due] = [0, false];
      latest.current.then();
    };
    const stop = streamOf(person).follow(latest.current.since, (news) => {
      if (news !== 'anew' && !latest.current.concerns(news)) return;
      const now = Date.now();
      first ||= now;
      due = true;
      clearTimeout(timer);
      timer = setTimeout(show, Math.max(0, Math.min(calm, first + longest - now)));
    });
    document.addEventListener('visibilitychange', show);
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', show);
    };
  }, [person]);
}

/**
 * Does what draws a page anew only while the server is there and this person still has a session: without a network the
 * browser would leave the page, and for somebody else it would be their page.
 */
export async function whileHere(person: string, then: () => void): Promise<void> {
  if ((await call('readMe', { person })).ok) then();
}

const anything = () => true;

/** Has the server draw the page anew when something happened; what is typed, open or focused in it stays. */
export function Refreshed({ person, since }: { person: string; since: number }) {
  const router = useRouter();
  useNews(person, since, anything, () => void whileHere(person, router.refresh));
  return null;
}
