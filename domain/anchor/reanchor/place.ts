import type { Span } from '../anchor';
import type { Aligner } from './alignment';
import type { Tokens } from './tokens';

/** Of what a claim tells, the share that must still be there. */
const ENOUGH = 0.5;

/** The first token that ends after the offset. */
export function tokenAfter({ ends, length }: Tokens, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first token that starts at or after the offset. */
export function tokenFrom({ starts, length }: Tokens, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Group = { first: number; last: number; told: number; inOrder: boolean };

/** The claim's words in the new text, in groups that stand together. */
function groups({ same, instead, inOrder, old, vocabulary }: Aligner, first: number, end: number): Group[] {
  const found: Group[] = [];
  const far = Math.max(20, 2 * (end - first));
  for (let a = first; a < end; a += 1) {
    const b = same[a]! >= 0 ? same[a]! : instead[a]!;
    if (b < 0) continue;
    const told = same[a]! >= 0 ? vocabulary.information(old.ids[a]!) : 0;
    const group = found.at(-1);
    if (group && b > group.last && b - group.last <= far) {
      group.last = b;
      group.told += told;
    } else found.push({ first: b, last: b, told, inOrder: inOrder[a] === 1 });
  }
  return found;
}

/** A place in the new text, and whether it is where the rest of the text leads to. */
export type Place = { span: Span; inOrder: boolean };

/** Where the claim's words stand now, or null when too few of them do. */
export function placeOf(aligner: Aligner, { start, end }: Span): Place | null {
  const { old, now, vocabulary } = aligner;
  const first = tokenAfter(old, start);
  const last = tokenFrom(old, end);
  let all = 0;
  for (let a = first; a < last; a += 1) all += vocabulary.information(old.ids[a]!);
  const best = groups(aligner, first, last).sort((x, y) => y.told - x.told)[0];
  if (!best || best.told < ENOUGH * all) return null;
  return { span: { start: now.starts[best.first]!, end: now.ends[best.last]! }, inOrder: best.inOrder };
}
