import { diffArrays } from 'diff';
import { type Change, wordChanges } from '../ui/wording';

/** What became of a paragraph, or of a run of them that stayed as it was. */
export type TextChange =
  | { kind: 'same' /** what is not shown of a run that stayed */; count: number }
  | { kind: 'around' | 'removed' | 'added' | 'moved away' | 'moved here'; text: string }
  | { kind: 'changed'; changes: Change[] };

/** Paragraphs removed and added after which two texts count as different throughout. */
const MOST_EDITS = 1500;
/** Characters of what stayed that are shown on either side of a change. */
const BESIDE = 140;
/** Pairs of paragraphs that are compared to find which became which; beyond that they are taken in their order. */
const MOST_PAIRS = 2500;
/** The least part of its words that a paragraph shares with what it became. */
const LEAST_ALIKE = 0.35;

type Hunk = { removed: string[]; added: string[] };

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** Which removed paragraph became which added one, in order: the pairs that have the most words in common. */
function pairsOf({ removed, added }: Hunk): [number, number][] {
  if (removed.length * added.length > MOST_PAIRS) {
    return Array.from({ length: Math.min(removed.length, added.length) }, (_, index) => [index, index]);
  }
  const [old, now] = [removed.map(wordsOf), added.map(wordsOf)];
  const best = Array.from({ length: removed.length + 1 }, () => new Array<number>(added.length + 1).fill(0));
  const gain = (a: number, b: number): number => {
    const score = alike(old[a]!, now[b]!);
    return score < LEAST_ALIKE ? Number.NEGATIVE_INFINITY : best[a + 1]![b + 1]! + score;
  };
  for (let a = removed.length - 1; a >= 0; a -= 1) {
    for (let b = added.length - 1; b >= 0; b -= 1)
      best[a]![b] = Math.max(best[a + 1]![b]!, best[a]![b + 1]!, gain(a, b));
  }
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < removed.length && b < added.length; ) {
    if (best[a]![b] === best[a + 1]![b]) a += 1;
    else if (best[a]![b] === best[a]![b + 1]) b += 1;
    else pairs.push([a++, b++]);
  }
  return pairs;
}

/** A changed paragraph with what stayed in it cut down to what stands beside the changes. */
function cut(changes: Change[]): Change[] {
  return changes.map((change, index) => {
    const { kind, text } = change;
    if (kind !== 'kept' || text.length <= 2 * BESIDE + 20) return change;
    const head = index === 0 ? '' : text.slice(0, BESIDE);
    const tail = index === changes.length - 1 ? '' : text.slice(-BESIDE);
    return { kind, text: `${head} … ${tail}` };
  });
}

function changesIn(hunk: Hunk, moved: ReadonlySet<string>): TextChange[] {
  const told: TextChange[] = [];
  let [a, b] = [0, 0];
  const upTo = (removed: number, added: number) => {
    for (; a < removed; a += 1) {
      const text = hunk.removed[a]!;
      told.push({ kind: moved.has(text) ? 'moved away' : 'removed', text });
    }
    for (; b < added; b += 1) {
      const text = hunk.added[b]!;
      told.push({ kind: moved.has(text) ? 'moved here' : 'added', text });
    }
  };
  for (const [from, to] of pairsOf(hunk)) {
    upTo(from, to);
    told.push({ kind: 'changed', changes: cut(wordChanges(hunk.removed[a++]!, hunk.added[b++]!)) });
  }
  upTo(hunk.removed.length, hunk.added.length);
  return told;
}

/** A run that stayed: the paragraph before a change and the one after it, and how many are left out. */
function around(paragraphs: readonly string[], first: boolean, last: boolean): TextChange[] {
  const [head, tail] = [first ? [] : paragraphs.slice(0, 1), last ? [] : paragraphs.slice(-1)];
  if (paragraphs.length <= head.length + tail.length) {
    return (first ? tail : last ? head : paragraphs).map((text) => ({ kind: 'around' as const, text }));
  }
  const shown = (text: string): TextChange => ({ kind: 'around', text });
  return [
    ...head.map(shown),
    { kind: 'same', count: paragraphs.length - head.length - tail.length },
    ...tail.map(shown),
  ];
}

/**
 * What changed from one text to another, paragraph by paragraph and in each word by word, with a paragraph of what stayed
 * on either side; empty when nothing did. Null where the texts have so little in common that it cannot be told.
 */
export function textChanges(before: string, after: string): TextChange[] | null {
  if (before === after) return [];
  const parts = diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const gone = new Set(parts.flatMap(({ removed, value }) => (removed ? value : [])));
  const moved = new Set(parts.flatMap(({ added, value }) => (added ? value.filter((text) => gone.has(text)) : [])));
  const told: TextChange[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]!;
    if (!part.removed && !part.added) {
      told.push(...around(part.value, index === 0, index === parts.length - 1));
      continue;
    }
    const next = parts[index + 1];
    const joined = part.removed && next?.added;
    const hunk = { removed: part.removed ? part.value : [], added: part.added ? part.value : joined ? next.value : [] };
    if (joined) index += 1;
    told.push(...changesIn(hunk, moved));
  }
  return told;
}
