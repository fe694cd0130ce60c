'use client';
import { useState } from 'react';
import type { Article } from '@/domain/article';
import type { Watch } from '@/domain/watch';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { RelativeTime } from '../ui/relative-time';
import { useFound } from './use-watch';

/** As many paragraphs as are shown of each side; the rest is counted. */
const MOST = 20;

type Props = { article: Article; head: NonNullable<Watch['found']>; onDone: () => void };

/** A text that changed at its address: what it has that the checked one has not, and the other way round. */
export function FoundText({ article, head, onDone }: Props) {
  const { found, before, trouble, accept, dismiss } = useFound(article.id, head.id, article.revision.number);
  const [busy, setBusy] = useState(false);
  const after = found?.text.split('\n') ?? [];
  const settle = async (way: () => Promise<boolean>, then: () => void) => {
    setBusy(true);
    if (await way()) then();
    setBusy(false);
  };
  // the text under check is another now, so a page is read anew: the one that says what this does to the claims
  const openNew = () => window.location.assign(`/articles/${article.id}/revisions/newest`);
  return (
    <Notice
      kind="warn"
      title="What stands there now is not what was checked"
      actions={
        <>
          <Button size="sm" busy={busy} disabled={found === null} onClick={() => void settle(accept, openNew)}>
            Make it revision {article.revision.number + 1}
          </Button>
          <Button size="sm" busy={busy} disabled={found === null} onClick={() => void settle(dismiss, onDone)}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>
        Found <RelativeTime at={head.fetchedAt} />.
        {head.title !== article.title && (
          <>
            {' '}
            Its headline: <q dir="auto">{head.title}</q>
          </>
        )}
      </p>
      <Paragraphs label="No longer there" lines={found === null ? [] : without(before, after)} />
      <Paragraphs label="New there" lines={without(after, before)} />
      {trouble && <p role="alert">{trouble}</p>}
    </Notice>
  );
}

function without(lines: string[], others: string[]): string[] {
  const known = new Set(others);
  return [...new Set(lines)].filter((line) => !known.has(line));
}

function Paragraphs({ label, lines }: { label: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <details open className="mt-2">
      <summary className="text-sm font-semibold text-ink">{`${label} (${lines.length})`}</summary>
      <ul className="mt-1 flex flex-col gap-1.5 font-serif text-ink">
        {lines.slice(0, MOST).map((line) => (
          <li key={line} dir="auto" className="line-clamp-4 border-l pl-2 wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      {lines.length > MOST && <p className="text-sm">And {lines.length - MOST} more.</p>}
    </details>
  );
}
