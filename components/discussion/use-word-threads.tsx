'use client';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '@/domain/anchor';
import { isOpen, type Thread } from '@/domain/discussion';
import type { HighlightRange } from '../article/article-editor';
import { useChecking } from '../claims/under-check';
import { keyOfThread, newThread } from './thread-key';
import { type Begun, useBegun } from './use-begun';
import { useThreads } from './use-threads';
import { NewThreadPanel, ThreadCard, ThreadPanel } from './word-threads';

/** Something in the margin beside words of the article that is no claim. */
export type Beside = { key: string; start: number; isOpen: boolean; content: ReactNode };

const rangeOf = (key: string, { start, end }: Span, label: string): HighlightRange => ({
  ...{ id: key, start, end, label },
  ...{ tone: 'none', state: 'draft', comment: true },
});

/** The threads on words of the article: those that are shown, and of these those that stand beside their words. */
function useShown(key: string | null, all: boolean) {
  const { revision } = useChecking();
  const threads = useThreads();
  return useMemo(() => {
    const onWords = threads.filter(({ quote }) => quote !== null);
    const shown = onWords.filter((thread) => all || isOpen(thread) || keyOfThread(thread) === key);
    const placed = shown.filter(
      ({ anchor }) => anchor && anchor.state !== 'lost' && anchor.revision === revision.number,
    );
    const astray = shown.filter((thread) => !placed.includes(thread));
    return { shown, placed, astray, resolved: onWords.filter((thread) => !isOpen(thread)).length };
  }, [threads, key, all, revision.number]);
}

/** Where the threads are drawn, and the words that were begun on. */
function useDrawn(placed: readonly Thread[], begun: Begun | null): HighlightRange[] {
  const { names } = useChecking();
  return useMemo(() => {
    const labelOf = ({ createdBy }: Thread) => `Comment by ${names[createdBy] ?? 'somebody'}`;
    const drawn = placed.map((thread) => rangeOf(keyOfThread(thread), thread.anchor!, labelOf(thread)));
    return begun ? [...drawn, rangeOf(newThread, begun, 'New comment')] : drawn;
  }, [placed, begun, names]);
}

/** Which thread on words of the article is open, where all are drawn, and what stands in the margin. */
export function useWordThreads() {
  const { revision } = useChecking();
  const [key, open] = useState<string | null>(null);
  const [all, showAll] = useState(false);
  const [begun, setBegun] = useBegun();
  const { shown, placed, astray, resolved } = useShown(key, all);
  const stands = begun?.revision === revision.number ? begun : null;
  const ranges = useDrawn(placed, stands);
  const focus = useRef<HTMLElement>(null);
  const comment = useCallback(
    (span: Span) => {
      setBegun({ ...span, exact: revision.text.slice(span.start, span.end), revision: revision.number });
      open(newThread);
    },
    [setBegun, revision],
  );
  const current = shown.find((thread) => keyOfThread(thread) === key) ?? null;
  const isNew = stands !== null && key === newThread;
  const openKey = isNew ? newThread : current && keyOfThread(current);
  useEffect(() => {
    if (openKey !== null && openKey !== newThread) focus.current?.focus({ preventScroll: true });
  }, [openKey]);
  const done = (thread: Thread | null) => {
    setBegun(null);
    open(thread && keyOfThread(thread));
  };
  const begin = (words: Begun) => (
    <NewThreadPanel key={`${words.start} ${words.end}`} begun={words} onClose={() => done(null)} onSaid={done} />
  );
  const reading = current && <ThreadPanel key={current.id} thread={current} onClose={() => open(null)} ref={focus} />;
  const panel = isNew ? begin(stands) : reading;
  const beside: Beside[] = placed.map((thread) => {
    const mine = keyOfThread(thread);
    const content = mine === openKey ? panel : <ThreadCard key={mine} thread={thread} onOpen={open} />;
    return { key: mine, start: thread.anchor!.start, isOpen: mine === openKey, content };
  });
  if (isNew) beside.push({ key: newThread, start: stands.start, isOpen: true, content: panel });
  /** what stands beside no words: threads whose words are gone, a comment that was begun on such, the resolved */
  const apart = { threads: astray, begun: begun && !stands && begin(begun), resolved, all, showAll };
  return { openKey, open, comment, ranges, beside, panel, apart };
}
