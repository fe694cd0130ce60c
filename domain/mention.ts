/** A mention inside a comment: `@{id}`. It names a person by id, so that it survives their renaming. */
const mention = /@\{([\w-]{1,64})\}/g;

/** The mention of a person as a comment holds it. */
export const mentionOf = (personId: string): string => `@{${personId}}`;

/** The ids of the people whom a comment mentions, each once, in the order of the text. */
export const mentionedIn = (body: string): string[] => [
  ...new Set([...body.matchAll(mention)].map(([, id = '']) => id)),
];

/** A text in pieces: words, and the mentions between them by the id of a person. */
export type Piece = { text: string } | { person: string };

/** The pieces of a comment, or of a part of it. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of body.matchAll(mention)) {
    if (found.index > from) pieces.push({ text: body.slice(from, found.index) });
    pieces.push({ person: found[1] ?? '' });
    from = found.index + found[0].length;
  }
  if (from < body.length) pieces.push({ text: body.slice(from) });
  return pieces;
}

type Named = { id: string; name: string };

/** What each person is called where a name is typed: their name, with a number after it where several have the same. */
export function labelsOf(people: readonly Named[]): Map<string, string> {
  const met = new Map<string, number>();
  return new Map(
    people.map(({ id, name }) => {
      const times = (met.get(name) ?? 0) + 1;
      met.set(name, times);
      return [id, times === 1 ? name : `${name} (${times})`];
    }),
  );
}

/** A comment as it is typed: with `@Name` where it holds a person's id. */
export const typedFrom = (body: string, labels: ReadonlyMap<string, string>): string =>
  body.replace(mention, (whole, id: string) => (labels.has(id) ? `@${labels.get(id)}` : whole));

/** A comment as it is stored, from what was typed: `@Name` of whoever was picked becomes their id, longer names first. */
export function storedFrom(typed: string, picked: readonly string[], labels: ReadonlyMap<string, string>): string {
  const known = picked.flatMap((id) => (labels.has(id) ? [{ id, words: `@${labels.get(id)}` }] : []));
  const byWords = new Map(known.map(({ id, words }) => [words, id]));
  if (byWords.size === 0) return typed;
  const longest = [...byWords.keys()].sort((a, b) => b.length - a.length);
  const names = new RegExp(`(?:${longest.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return typed.replace(names, (words) => mentionOf(byWords.get(words)!));
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name that is being typed at the caret after an `@`, and where that stands; null where none is. */
export function nameBeingTyped(typed: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|[\s(])@([^\s@{}][^@{}\n]{0,40})?$/u.exec(typed.slice(0, caret));
  if (!found) return null;
  const query = found[1] ?? '';
  return { from: caret - query.length - 1, query };
}
