import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type ConclusionState, ConclusionWriting } from '@/client/conclusion/writing';
import type { Event } from '@/domain/event';
import type { Checking } from '../claims/under-check';
import { useNews } from '../live/refreshed';

export type ConclusionAtHand = ConclusionState & { writing: ConclusionWriting };

/** Has unsaved words sent, and others' words asked for, whenever the person or the network is back; answers how to stop. */
function refreshedOnReturn(writing: ConclusionWriting, ask: () => void): () => void {
  const refresh = () => {
    if (document.visibilityState === 'visible') ask();
  };
  window.addEventListener('online', refresh);
  document.addEventListener('visibilitychange', refresh);
  return () => {
    window.removeEventListener('online', refresh);
    document.removeEventListener('visibilitychange', refresh);
    writing.rest();
  };
}

const isOfConclusion =
  (articleId: string, person: string) =>
  (event: Event): boolean =>
    event.articleId === articleId && event.type.startsWith('conclusion.') && event.by !== person;

/**
 * The conclusion of an article, as it stands, whoever did something to it, and as this person writes it. While it is read
 * closely, to be written or decided on, others' words wait until the person wants them: nobody approves what they did not see.
 */
export function useConclusion(checking: Checking, isRead: boolean): ConclusionAtHand {
  const { conclusion: initial, article, me, since } = checking;
  const [writing] = useState(() => new ConclusionWriting(initial, me.id));
  const state = useSyncExternalStore(writing.subscribe, writing.snapshot, writing.snapshot);
  const reading = useRef(isRead);
  reading.current = isRead;
  const [ask] = useState(() => () => void writing.refresh(reading.current));
  useEffect(() => writing.takeUp(), [writing]);
  useEffect(() => refreshedOnReturn(writing, ask), [writing, ask]);
  useEffect(() => writing.learn(initial), [writing, initial]);
  useEffect(() => {
    if (!isRead) writing.take();
  }, [writing, isRead]);
  useNews(me.id, since, isOfConclusion(article.id, me.id), ask);
  return { ...state, writing };
}
