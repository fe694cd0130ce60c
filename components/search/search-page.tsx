'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { searchQueryOf } from '@/domain/search/query';
import { Button } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { inputLook } from '../ui/input-look';
import { Notice } from '../ui/notice';
import { FilterChips } from './filter-chips';
import { FilterHelp } from './filter-help';
import { HitRow } from './hit-row';
import { searchHref } from './hit-words';
import { type Found, type Search, useSearch } from './use-search';

/** The links to what was found, in their order. */
const hitsIn = (page: HTMLElement | null): HTMLElement[] => [
  ...(page?.querySelectorAll<HTMLElement>('[data-hit]') ?? []),
];

/** Moves the focus from the search to what was found and back by the arrow keys. */
function step(event: KeyboardEvent, page: HTMLElement | null, input: HTMLInputElement | null): void {
  if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const hits = hitsIn(page);
  const at = hits.indexOf(document.activeElement as HTMLElement);
  if (at < 0 && document.activeElement !== input) return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? Math.min(at + 1, hits.length - 1) : at - 1;
  (next < 0 ? input : hits[next])?.focus();
}

/** Everything that the desk holds, by words and filters; the address follows what is typed, so that it can be shared. */
export function SearchPage({ first }: { first: Found }) {
  const [q, setQ] = useState(first.q);
  const search = useSearch(q, first);
  const page = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => window.history.replaceState(null, '', q.trim() ? searchHref(q.trim()) : '/search'), [q]);
  useShortcuts([{ keys: '/', label: 'Search', group: 'Everywhere', run: () => input.current?.select() }]);
  const put = (next: string) => {
    setQ(next);
    input.current?.focus();
  };
  const add = (example: string) => put(`${q.trim()} ${example} `.trimStart());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the links and the input in it
    <div
      ref={page}
      onKeyDown={(event) => step(event, page.current, input.current)}
      className="mx-auto flex max-w-4xl flex-col gap-5 px-4 py-8 sm:px-6"
    >
      <h1 className="sr-only">Search</h1>
      <search className="flex flex-col gap-3">
        <input
          ref={input}
          type="search"
          // biome-ignore lint/a11y/noAutofocus: searching is all there is to do on this page
          autoFocus
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          aria-label="Search articles, claims, sources and comments"
          placeholder="Words, “a phrase”, -without, verdict:false"
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
          className={`${inputLook} min-h-11 text-md`}
        />
        <FilterChips q={q} onChange={put} />
        <details open={first.q === ''} className="text-sm">
          <summary className="min-h-7 w-fit font-semibold text-accent">What can be searched for</summary>
          <div className="pt-2">
            <FilterHelp onTry={add} />
          </div>
        </details>
      </search>
      <Results q={q} search={search} put={put} />
    </div>
  );
}

const count = (many: number): string =>
  many === 1 ? '1 found' : `${many.toLocaleString('en-GB')}${many >= 5000 ? ' and more' : ''} found`;

function Results({ q, search, put }: { q: string; search: Search; put: (q: string) => void }) {
  const { items, notes, total, state, trouble, next, more } = search;
  const asked = q.trim() !== '';
  return (
    <section aria-label="What was found" aria-busy={state === 'searching'} className="flex flex-col gap-4">
      <p role="status" className="text-sm text-ink-faint">
        {state === 'searching' ? 'Searching…' : asked ? count(total) : 'Type to search everything that the desk holds.'}
      </p>
      {state === 'failed' && <Notice kind="danger">{trouble}</Notice>}
      {asked &&
        notes.map(({ part, message, suggestion }) => (
          <Notice
            key={part}
            kind="warn"
            actions={
              suggestion !== null && (
                <Button size="sm" onClick={() => put(q.replace(part, suggestion))}>
                  {suggestion}
                </Button>
              )
            }
          >
            {message}
          </Notice>
        ))}
      {items.length > 0 && (
        <ul className="flex flex-col border-t">
          {items.map((hit) => (
            <HitRow key={`${hit.type} ${hit.id}`} hit={hit} />
          ))}
        </ul>
      )}
      {next && (
        <div>
          <Button onClick={() => void more()}>Show more</Button>
        </div>
      )}
      {asked && state === 'idle' && items.length === 0 && <NothingFound q={q} put={put} />}
    </section>
  );
}

/** What to try when nothing has all that was asked for: the words without filters, or fewer words. */
function NothingFound({ q, put }: { q: string; put: (q: string) => void }) {
  const { parts } = searchQueryOf(q);
  const words = parts.filter(({ filter }) => filter === null).map(({ text }) => text);
  const withFilters = words.length > 0 && words.length < parts.length;
  return (
    <EmptyState
      title="Nothing has all of this"
      action={
        withFilters ? (
          <Button onClick={() => put(`${words.join(' ')} `)}>Search without the filters</Button>
        ) : (
          words.length > 1 && (
            <Button onClick={() => put(words.slice(0, -1).join(' '))}>Leave out “{words.at(-1)}”</Button>
          )
        )
      }
    >
      Every word and filter has to hold. Try fewer words, or the beginning of one. Dropped claims are found with
      state:dropped.
    </EmptyState>
  );
}
