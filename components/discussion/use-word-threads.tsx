'use client';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { keep, kept } from '@/client/kept';
import { findQuote, type Span } from '@/domain/anchor';
import { isOpen, type Thread } from '@/domain/discussion';
import type { HighlightRange } from '../article/article-editor';
import { useChecking } from '../claims/under-check';
import { Checkbox } from '../ui/checkbox';
import { useThreads } from './use-threads';
import { type Begun, NewThreadPanel, ThreadCard, ThreadList, ThreadPanel } from './word-threads';

/** Something in the margin beside words of the article that is no claim. */
export type Beside = { key: string; start: number; isOpen: boolean; content: ReactNode };

const prefix = 'thread-';
const fresh = `${prefix}new`;
export const isThreadKey = (key: string): boolean => key.startsWith(prefix);
const keyOf = ({ id }: Pick<Thread, 'id'>): string => prefix + id;

const begunSchema = z.object({ start: z.int(), end: z.int(), exact: z.string(), revision: z.int() });

type Text = { number: number; text: string };

/** Where words that were begun on in an earlier revision stand now; as they were where that cannot be said. */
function carriedOver(begun: Begun, { number, text }: Text, language: string): Begun {
  if (begun.revision === number) return begun;
  const found = findQuote(text, { exact: begun.exact, prefix: '', suffix: '', position: begun }, language);
  return typeof found === 'string' ? begun : { ...found, exact: text.slice(found.start, found.end), revision: number };
}

/** The words that a person has begun to comment on, kept until the comment was taken or they think better of it. */
function useBegun() {
  const { me, article, revision } = useChecking();
  const name = `stet.words.${me.id}.${article.id}`;
  const [begun, setBegun] = useState<Begun | null>(() => {
    const left = begunSchema.safeParse(kept(name)).data;
    return left ? carriedOver(left, revision, article.language) : null;
  });
  const set = useCallback(
    (next: Begun | null) => {
      setBegun(next);
      keep(name, next);
    },
    [name],
  );
  return [begun, set] as const;
}

const rangeOf = (key: string, { start, end }: Span, label: string): HighlightRange => ({
  ...{ id: key, start, end, label },
  ...{ tone: 'none', state: 'draft', comment: true },
});

/** The threads on words of the article: which one is open, where they are drawn, and what stands in the margin. */
export function useWordThreads() {
  const { revision, names } = useChecking();
  const threads = useThreads();
  const [key, setKey] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const [begun, setBegun] = useBegun();
  /** the words begun on, where they are of the text at hand */
  const stands = begun?.revision === revision.number ? begun : null;
  const panel = useRef<HTMLElement>(null);
  const onWords = useMemo(() => threads.filter(({ quote }) => quote !== null), [threads]);
  const shown = useMemo(
    () => onWords.filter((thread) => all || isOpen(thread) || keyOf(thread) === key),
    [onWords, all, key],
  );
  const placed = useMemo(
    () => shown.filter(({ anchor }) => anchor && anchor.state !== 'lost' && anchor.revision === revision.number),
    [shown, revision.number],
  );
  const close = useCallback(() => setKey(null), []);
  const open = useCallback((next: string | null) => setKey(next), []);
  const comment = useCallback(
    (span: Span) => {
      setBegun({ ...span, exact: revision.text.slice(span.start, span.end), revision: revision.number });
      setKey(fresh);
    },
    [setBegun, revision],
  );
  const ranges = useMemo(
    () => [
      ...placed.map((thread) =>
        rangeOf(keyOf(thread), thread.anchor!, `Comment by ${names[thread.createdBy] ?? 'somebody'}`),
      ),
      ...(stands ? [rangeOf(fresh, stands, 'New comment')] : []),
    ],
    [placed, stands, names],
  );
  const current = shown.find((thread) => keyOf(thread) === key);
  const opened = stands && key === fresh ? fresh : current ? keyOf(current) : null;
  useEffect(() => {
    if (opened !== null && opened !== fresh) panel.current?.focus({ preventScroll: true });
  }, [opened]);
  const newPanel = (words: Begun) => (
    <NewThreadPanel
      key={`${words.start} ${words.end}`}
      begun={words}
      onClose={() => {
        setBegun(null);
        close();
      }}
      onSaid={(thread) => {
        setBegun(null);
        setKey(thread ? keyOf(thread) : null);
      }}
    />
  );
  const panelNow =
    stands && opened === fresh
      ? newPanel(stands)
      : current && <ThreadPanel key={current.id} thread={current} onClose={close} ref={panel} />;
  const beside: Beside[] = [
    ...placed.map((thread) => ({
      key: keyOf(thread),
      start: thread.anchor!.start,
      isOpen: keyOf(thread) === opened,
      content:
        keyOf(thread) === opened ? panelNow : <ThreadCard thread={thread} onOpen={(id) => setKey(keyOf({ id }))} />,
    })),
    ...(stands && opened === fresh ? [{ key: fresh, start: stands.start, isOpen: true, content: panelNow }] : []),
  ];
  const astray = shown.filter((thread) => !placed.includes(thread));
  const resolved = onWords.filter((thread) => !isOpen(thread)).length;
  const end = (wide: boolean) => (
    <>
      {begun && !stands && newPanel(begun)}
      <ThreadList
        title="Comments on words no longer in the article"
        threads={astray}
        openId={current?.id ?? null}
        panel={wide && panelNow}
        onOpen={(id) => setKey(keyOf({ id }))}
      />
      {resolved > 0 && (
        <div className="border-t pt-3">
          <Checkbox label={`Show resolved comments on the text (${resolved})`} checked={all} onChange={setAll} />
        </div>
      )}
    </>
  );
  return { openKey: opened, open, comment, ranges, beside, panel: panelNow || null, end };
}
