'use client';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { availableCommands } from './command';
import { scrim, useFocusWay } from './dialog-parts';
import { answering, byGroup, type Entry, leading } from './entry';
import { Kbd } from './kbd';
import { type Hits, useHits } from './use-hits';

const row =
  'flex min-h-9 scroll-my-8 cursor-pointer items-center justify-between gap-4 rounded-sm px-2.5 aria-selected:bg-accent-wash forced-colors:aria-selected:outline-2';

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
};

const Row = ({
  entry,
  id,
  active,
  act,
}: {
  entry: Entry;
  id: string;
  active: boolean;
  act: (entry: Entry) => void;
}) => (
  // the keys go to the input, which names the active row: the pattern of a combobox with a listbox
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input does what a press here does
  <div
    role="option"
    id={id}
    tabIndex={-1}
    aria-selected={active}
    className={row}
    ref={(element) => {
      if (active) element?.scrollIntoView({ block: 'nearest' });
    }}
    onClick={() => act(entry)}
  >
    <span className="min-w-0 truncate">{entry.label}</span>
    {entry.detail && <span className="max-w-2/5 shrink-0 truncate text-sm text-ink-faint">{entry.detail}</span>}
    {entry.keys && <Kbd keys={entry.keys} />}
  </div>
);

const words: Record<Hits['state'], string> = {
  idle: 'Nothing found. Try fewer or other words.',
  searching: 'Searching…',
  failed: 'The search did not answer. Check the connection and type again.',
};

function Palette({ act }: { act: (entry: Entry) => void }) {
  const id = useId();
  const router = useRouter();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [commands] = useState(availableCommands);
  const { hits, state } = useHits(query);
  const groups = byGroup([...answering(commands, query), ...leading(hits, router.push)]);
  const entries = groups.flatMap(([, list]) => list);
  const active = entries[Math.min(at, entries.length - 1)];
  const rowId = (entry: Entry) => `${id}-${entries.indexOf(entry)}`;
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.nativeEvent.isComposing || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step) setAt(step(Math.min(at, entries.length - 1), entries.length - 1));
    else if (active) act(active);
  };
  return (
    <>
      <input
        role="combobox"
        aria-label="Search, or type what you want to do"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active && rowId(active)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Search, or type what you want to do"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        className="w-full rounded-t-lg border-b bg-transparent px-4 py-3 text-md focus-visible:-outline-offset-2"
      />
      <div role="listbox" id={`${id}-list`} aria-label="What was found" className="max-h-[60dvh] overflow-y-auto p-1.5">
        {groups.map(([group, list]) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand inside a listbox
          <div key={group} role="group" aria-label={group} className="pb-2">
            <div className="px-2.5 pt-2 pb-1 text-sm text-ink-faint" aria-hidden>
              {group}
            </div>
            {list.map((entry) => (
              <Row key={entry.id} id={rowId(entry)} entry={entry} active={entry === active} act={act} />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={entries.length === 0 || state === 'failed' ? 'px-4 pb-4 text-ink-soft' : 'sr-only'}>
        {entries.length === 0 || state === 'failed' ? words[state] : `${entries.length} found`}
      </p>
    </>
  );
}

/** Everything a person can do or go to from here, by typing a few letters of it. */
export function CommandPalette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const chosen = useRef<Entry | null>(null);
  // a command runs once the focus is back where it was: it may need the caret or the selection there
  const way = useFocusWay(() => {
    const entry = chosen.current;
    chosen.current = null;
    if (entry) setTimeout(entry.run);
  });
  const act = (entry: Entry) => {
    chosen.current = entry;
    onOpenChange(false);
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          data-blocks-shortcuts
          aria-describedby={undefined}
          {...way}
          className="fixed top-[10dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 rounded-lg border border-hairline bg-raised shadow-float outline-none"
        >
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <Palette act={act} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
