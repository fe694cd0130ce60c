import { useRef } from 'react';
import { type Scale, verdictOf } from '@/domain/scale';
import type { HighlightRange } from '../article/article-editor';
import { stateLooks } from '../ui/state-mark';
import type { Numbered } from './claim-order';

/** What a claim is called where it is not shown: "Claim 3: misleading, submitted". */
export function labelOf({ entry: { claim }, number }: Numbered, scale: Scale): string {
  const verdict = verdictOf(scale, claim.verdict)?.label ?? 'no verdict';
  return `Claim ${number}: ${`${verdict}, ${stateLooks[claim.state].word}`.toLowerCase()}`;
}

/** Where one claim is drawn: at its own place and wherever it stands again. What is lost is drawn nowhere. */
function rangesOf(numbered: Numbered, scale: Scale): HighlightRange[] {
  const { claim } = numbered.entry;
  const tone = verdictOf(scale, claim.verdict)?.colour ?? 'none';
  const label = labelOf(numbered, scale);
  const places = [claim.anchor, ...claim.alsoAt].filter((place) => place !== null && place.state !== 'lost');
  return places.map((place) => ({
    id: numbered.key,
    start: place!.start,
    end: place!.end,
    tone,
    state: claim.state,
    label,
  }));
}

const parts = ['id', 'start', 'end', 'tone', 'state', 'label'] as const;
const alike = (a: readonly HighlightRange[], b: readonly HighlightRange[]): boolean =>
  a.length === b.length && a.every((range, index) => parts.every((part) => range[part] === b[index]![part]));

/** The highlights of the article; the same array until one of them looks or stands otherwise, whatever is typed. */
export function useRanges(standing: readonly Numbered[], scale: Scale): readonly HighlightRange[] {
  const last = useRef<readonly HighlightRange[]>([]);
  const now = standing.flatMap((numbered) => rangesOf(numbered, scale));
  if (!alike(last.current, now)) last.current = now;
  return last.current;
}

/** The same list until it holds other keys. */
export function useKeys(items: readonly Numbered[]): readonly string[] {
  const last = useRef<readonly string[]>([]);
  const same = last.current.length === items.length && items.every(({ key }, index) => key === last.current[index]);
  if (!same) last.current = items.map(({ key }) => key);
  return last.current;
}
