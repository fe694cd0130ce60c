'use client';
import { Command as Cmdk } from 'cmdk';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { availableCommands, type Command } from './command';
import { scrim } from './dialog';
import { Kbd } from './kbd';
import { byGroup } from './key-list';
import './nonce';
import { useHits } from './use-hits';

const row =
  'flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-sm px-2.5 data-[selected=true]:bg-accent-wash forced-colors:data-[selected=true]:outline-2';

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Cmdk.Group
    heading={heading}
    className="pb-2 [&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-sm [&>[cmdk-group-heading]]:text-ink-faint"
  >
    {children}
  </Cmdk.Group>
);

function PaletteList({ query, act }: { query: string; act: (run: () => void) => void }) {
  const router = useRouter();
  const [commands] = useState<Command[]>(availableCommands);
  const { hits, state } = useHits(query);
  const groups = [...new Set(hits.map((hit) => hit.group))];
  return (
    <Cmdk.List className="max-h-[60dvh] overflow-y-auto p-1.5" label="What was found">
      <Cmdk.Empty className="p-4 text-ink-soft">
        {state === 'searching' ? 'Searching…' : 'Nothing found. Try fewer or other words.'}
      </Cmdk.Empty>
      {state === 'failed' && (
        <p role="alert" className="p-2.5 text-danger">
          The search did not answer. Check the connection and type again.
        </p>
      )}
      {byGroup(commands).map(([group, list]) => (
        <Group key={group} heading={group}>
          {list.map((command) => (
            <Cmdk.Item
              key={command.label}
              value={`${group} ${command.label}`}
              keywords={command.keywords}
              onSelect={() => act(command.run)}
              className={row}
            >
              {command.label}
              {command.keys && <Kbd keys={command.keys} />}
            </Cmdk.Item>
          ))}
        </Group>
      ))}
      {groups.map((group) => (
        <Group key={group} heading={group}>
          {hits
            .filter((hit) => hit.group === group)
            .map((hit) => (
              <Cmdk.Item
                key={hit.id}
                value={hit.id}
                keywords={[query]}
                onSelect={() => act(() => router.push(hit.href))}
                className={row}
              >
                <span className="min-w-0 truncate">{hit.label}</span>
                {hit.detail && <span className="shrink-0 text-sm text-ink-faint">{hit.detail}</span>}
              </Cmdk.Item>
            ))}
        </Group>
      ))}
    </Cmdk.List>
  );
}

/** Everything a person can do or go to from here, by typing a few letters of it. */
export function CommandPalette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [query, setQuery] = useState('');
  const chosen = useRef<(() => void) | null>(null);
  const act = (run: () => void) => {
    chosen.current = run;
    onOpenChange(false);
  };
  // a command runs once the focus is back where it was: it may need the caret or the selection there
  const settle = () => {
    const run = chosen.current;
    chosen.current = null;
    setQuery('');
    if (run) setTimeout(run);
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          data-blocks-shortcuts
          aria-describedby={undefined}
          onCloseAutoFocus={settle}
          className="fixed top-[10dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 rounded-lg border border-hairline bg-raised shadow-float"
        >
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <Cmdk label="Search and commands" loop>
            <Cmdk.Input
              value={query}
              onValueChange={setQuery}
              placeholder="Search, or type what you want to do"
              className="w-full rounded-t-lg border-b bg-transparent px-4 py-3 text-md -outline-offset-2"
            />
            <PaletteList query={query} act={act} />
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
