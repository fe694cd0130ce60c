'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { call } from '@/client/call';
import { streamOf } from '@/client/stream/browser';
import type { News } from '@/client/stream/stream';
import type { Event } from '@/domain/event';

/** Milliseconds for which what happens is gathered, and after which at most the page shows it. */
const calm = 500;
const longest = 3000;

/**
 * Calls back with what happened that concerns a page, soon after it did, since the line of the log that the page was made
 * at: once for many, and only while somebody looks. While nothing happens it does nothing, not even by a timer.
 */
export function useNews(
  person: string,
  since: number,
  concerns: (event: Event) => boolean,
  then: (news: readonly News[]) => void,
): void {
  const latest = useRef({ then, since, concerns });
  latest.current = { then, since, concerns };
  useEffect(() => {
    let first = 0;
    let heard: News[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      if (heard.length === 0 || document.visibilityState !== 'visible') return;
      const news = heard;
      [first, heard] = [0, []];
      latest.current.then(news);
    };
    const stop = streamOf(person).follow(latest.current.since, (news) => {
      if (news !== 'anew' && !latest.current.concerns(news)) return;
      const now = Date.now();
      first ||= now;
      heard.push(news);
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
