import { useRef } from 'react';
import type { Anchor } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import { type Scale, verdictOf } from '@/domain/scale';
import type { HighlightRange } from '../article/article-editor';
import { stateLooks } from '../ui/state-mark';
import type { Numbered } from './claim-order';
import { useIsOffered } from './second/offered';

/** What a claim that is to be settled is called. */
const unsettledWords = { changed: 'its words changed', lost: 'its words are lost' };

type IsOffered = (claim: Claim) => boolean;

/** What a claim is called where it is not shown: "Claim 3: misleading, submitted". */
export function labelOf({ entry: { claim }, number }: Numbered, scale: Scale, isOffered: IsOffered): string {
  if (claim.secondVerdict?.blind) return `Claim ${number}: your second verdict is asked`;
  if (isOffered(claim)) return `Claim ${number}: its second verdict is to be given`;
  const verdict = verdictOf(scale, claim.verdict)?.label ?? 'no verdict';
  const open = claim.unsettled ? `, ${unsettledWords[claim.unsettled.state]}` : '';
  return `Claim ${number}: ${`${verdict}, ${stateLooks[claim.state].word}`.toLowerCase()}${open}`;
}

/** Whether a place can be shown in a revision's text: it is not lost, and not of another revision. */
export const standsIn = ({ state, revision }: Anchor, number: number): boolean =>
  state !== 'lost' && revision === number;

type Drawn = { scale: Scale; revision: number; isOffered: IsOffered };

/** How one claim is drawn; of one whose second verdict is offered to the person nothing that was found. */
function lookOf(numbered: Numbered, { scale, isOffered }: Drawn): Pick<HighlightRange, 'tone' | 'state' | 'label'> {
  const { claim } = numbered.entry;
  const label = labelOf(numbered, scale, isOffered);
  if (isOffered(claim)) return { tone: 'none', state: 'draft', label };
  return { tone: verdictOf(scale, claim.verdict)?.colour ?? 'none', state: claim.state, label };
}

/** Where one claim is drawn: at its own place and wherever it stands again. What is lost is drawn nowhere. */
function rangesOf(numbered: Numbered, drawn: Drawn): HighlightRange[] {
  const { claim } = numbered.entry;
  const { revision } = drawn;
  const look = lookOf(numbered, drawn);
  const places = [claim.anchor, ...claim.alsoAt].filter((place) => place !== null && standsIn(place, revision));
  return places.map((place) => ({
    id: numbered.key,
    start: place!.start,
    end: place!.end,
    ...look,
    changed: place!.state === 'changed' && claim.unsettled !== null,
  }));
}

const parts = ['id', 'start', 'end', 'tone', 'state', 'label', 'changed', 'comment'] as const;
const alike = (a: readonly HighlightRange[], b: readonly HighlightRange[]): boolean =>
  a.length === b.length && a.every((range, index) => parts.every((part) => range[part] === b[index]![part]));

/** The highlights of the article, and what else is drawn on it; the same array until one of them looks or stands otherwise, whatever is typed. */
export function useRanges(
  standing: readonly Numbered[],
  scale: Scale,
  revision: number,
  others: readonly HighlightRange[],
): readonly HighlightRange[] {
  const last = useRef<readonly HighlightRange[]>([]);
  const drawn = { scale, revision, isOffered: useIsOffered() };
  const now = [...standing.flatMap((numbered) => rangesOf(numbered, drawn)), ...others];
  if (!alike(last.current, now)) last.current = now;
  return last.current;
}

/** The same list until it holds other keys. */
export function useKeys(items: readonly { key: string }[]): readonly string[] {
  const last = useRef<readonly string[]>([]);
  const same = last.current.length === items.length && items.every(({ key }, index) => key === last.current[index]);
  if (!same) last.current = items.map(({ key }) => key);
  return last.current;
}
