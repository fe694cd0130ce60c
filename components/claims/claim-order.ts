import type { Entry } from '@/client/workspace/entries';
import type { Claim } from '@/domain/claim';

/** A claim with the number it has on the page, counted as one reads. */
export type Numbered = { key: string; number: number; entry: Entry };
export type Ordered = {
  /** all that are not dropped, the lost ones last */
  standing: readonly Numbered[];
  dropped: readonly Numbered[];
};

export const isLost = ({ entry: { claim } }: Numbered): boolean => claim.anchor?.state === 'lost';

const outside = ['headline', 'image', 'article'];

/** Where a claim stands on the page: those outside the text first, then by place in the text, the lost ones last. */
function placeOf({ anchor, about }: Claim): number {
  if (anchor) return anchor.state === 'lost' ? Number.POSITIVE_INFINITY : anchor.start;
  return outside.indexOf(typeof about === 'object' ? 'image' : (about ?? 'article')) - outside.length;
}

const byPlace = (a: Entry, b: Entry): number => {
  const [here, there] = [placeOf(a.claim), placeOf(b.claim)];
  if (here !== there) return here < there ? -1 : 1;
  return (a.claim.anchor?.end ?? 0) - (b.claim.anchor?.end ?? 0) || (a.key < b.key ? -1 : 1);
};

const kept = new WeakMap<Entry, Numbered>();

/** The same object for as long as neither the entry nor its number changes, so that nothing is drawn in vain. */
function numbered(entry: Entry, number: number): Numbered {
  const before = kept.get(entry);
  if (before?.number === number) return before;
  const made = { key: entry.key, number, entry };
  kept.set(entry, made);
  return made;
}

/** The claims in the order of the page, numbered; those that were dropped apart, without taking up numbers. */
export function inOrder(entries: readonly Entry[]): Ordered {
  const sorted = [...entries].sort(byPlace);
  const standing = sorted.filter(({ claim }) => claim.state !== 'dropped');
  const dropped = sorted.filter(({ claim }) => claim.state === 'dropped');
  return {
    standing: standing.map((entry, index) => numbered(entry, index + 1)),
    dropped: dropped.map((entry, index) => numbered(entry, standing.length + index + 1)),
  };
}
