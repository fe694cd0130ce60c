'use client';
import { useEffect, useId, useState } from 'react';
import { call } from '@/client/call';
import type { Source } from '@/domain/evidence';
import { Field } from '../ui/field';
import { TextInput } from '../ui/text-input';

/** Milliseconds without typing before a search goes out. */
const PAUSE = 250;
const MOST = '8';

/** The sources that the desk knows by some words, asked a moment after the last one was typed. */
function useKnownSources(words: string): Source[] {
  const [found, setFound] = useState<Source[]>([]);
  useEffect(() => {
    if (words.trim().length < 2) return setFound([]);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await call('listSources', { query: { q: words.trim(), limit: MOST }, signal: abort.signal });
      if (answer.ok && !abort.signal.aborted) setFound(answer.value.items);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words]);
  return found;
}

/** Finds a source that the desk has used before, so that it is described once. */
export function SourceSearch({ onChoose }: { onChoose: (source: Source) => void }) {
  const [words, setWords] = useState('');
  const found = useKnownSources(words);
  const list = useId();
  return (
    <div className="flex flex-col gap-1">
      <Field label="Find a source used before" optional>
        <TextInput
          type="search"
          placeholder="Words of its title, publisher or address"
          aria-controls={list}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Field>
      <ul id={list} aria-label="Sources found" className="flex flex-col">
        {found.map((source) => (
          <li key={source.id}>
            <button
              type="button"
              className="flex w-full flex-col rounded-sm px-2 py-1.5 text-left hover:bg-sunken"
              onClick={() => {
                onChoose(source);
                setWords('');
              }}
            >
              <span className="text-sm font-semibold wrap-anywhere">{source.title}</span>
              <span className="truncate text-xs text-ink-faint">
                {[source.publisher, source.url].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
