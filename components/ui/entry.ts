import type { Command } from './command';
import type { Hit } from './command-search';

/** A line of the command palette: a command that can be given, or a thing that was found. */
export type Entry = { id: string; group: string; label: string; detail?: string; keys?: string; run: () => void };

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a command answers the words typed: 0 its label begins so, 1 its words do, 2 somewhere within; null not at all. */
function rank(command: Command, query: string): number | null {
  const label = command.label.toLowerCase();
  const known = wordsOf([command.label, command.group, ...(command.keywords ?? [])].join(' '));
  const asked = wordsOf(query);
  if (label.startsWith(query.trim().toLowerCase())) return 0;
  if (asked.every((word) => known.some((one) => one.startsWith(word)))) return 1;
  return asked.every((word) => known.some((one) => one.includes(word))) ? 2 : null;
}

/** The commands that answer a query, best first; all of them, in their own order, when nothing is typed. */
export function answering(commands: readonly Command[], query: string): Entry[] {
  const ranked = commands.map((command) => ({ command, rank: query.trim() ? rank(command, query) : 0 }));
  return ranked
    .filter((one) => one.rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ command }) => ({ ...command, id: `${command.group}: ${command.label}` }));
}

/** What the search found, as lines that lead there. */
export const leading = (hits: readonly Hit[], go: (href: string) => void): Entry[] =>
  hits.map((hit) => ({ ...hit, run: () => go(hit.href) }));

/** Entries under their headings, in the order in which each heading first appears. */
export function byGroup<T extends { group: string }>(entries: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}
