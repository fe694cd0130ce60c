import type { AnchorState, Described, Span } from './anchor';
import { occurrences } from './occurrences';

export const changeKinds = ['number', 'date', 'negation', 'name', 'quotation', 'modality', 'wording'] as const;
/** What kind of change words underwent, for a person to see first. */
export type ChangeKind = (typeof changeKinds)[number];

/** Where an anchor of the old text stands in the new one; without a span it is lost. */
export type Found = { state: AnchorState; start: number | null; end: number | null; changes: ChangeKind[] };

const common = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};
const reversed = (text: string): string => [...text].reverse().join('');

function surroundings(text: string, span: Span, anchor: Described): number {
  const before = text.slice(Math.max(0, span.start - 32), span.start);
  const after = text.slice(span.end, span.end + 32);
  return common(reversed(before), reversed(anchor.prefix)) + common(after, anchor.suffix);
}

function found(text: string, anchor: Described, language: string): Found {
  const [best] = occurrences(text, anchor.exact, language)
    .map((span) => ({ span, score: surroundings(text, span, anchor) }))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start);
  if (best) {
    const same = best.score >= anchor.prefix.length + anchor.suffix.length;
    return { state: same ? 'exact' : 'moved', ...best.span, changes: [] };
  }
  const from = anchor.prefix.trim() === '' ? -1 : text.indexOf(anchor.prefix);
  const start = from + anchor.prefix.length;
  const end = from < 0 || anchor.suffix.trim() === '' ? -1 : text.indexOf(anchor.suffix, start);
  if (from < 0 || end <= start || end - start > 2 * anchor.exact.length + 32)
    return { state: 'lost', start: null, end: null, changes: [] };
  return { state: 'changed', start, end, changes: ['wording'] };
}

/** Finds each anchor of the old text in the new one, in the same order. */
export const anchorAll = (
  _oldText: string,
  newText: string,
  anchors: readonly Described[],
  { language = 'en' }: { language?: string } = {},
): Found[] => anchors.map((anchor) => found(newText, anchor, language));
