/** A card of the margin: where its highlight stands and how tall the card is, in px. */
export type Card = { id: string; top: number; height: number };

const byTop = (a: Card, b: Card): number => a.top - b.top;

/**
 * Where each card stands so that none covers another and `gap` px lie between them. A card stands beside its highlight;
 * where cards would collide, the active one keeps its highlight's height, those before it move up (above the article's
 * first line where there is no room) and those after it move down. Cards of one height keep their order.
 */
export function placeCards(cards: readonly Card[], activeId: string | null, gap: number): Map<string, number> {
  const ordered = [...cards].sort(byTop);
  const pinned = ordered.findIndex(({ id }) => id === activeId);
  const tops = new Map<string, number>();
  let floor = Number.POSITIVE_INFINITY;
  for (const card of ordered.slice(0, Math.max(pinned, 0)).reverse()) {
    const next = ordered[pinned]!;
    floor = Math.min(floor, next.top) - gap - card.height;
    floor = Math.min(floor, card.top);
    tops.set(card.id, floor);
  }
  let ceiling = Number.NEGATIVE_INFINITY;
  for (const card of ordered.slice(Math.max(pinned, 0))) {
    const top = Math.max(card.top, ceiling);
    tops.set(card.id, top);
    ceiling = top + card.height + gap;
  }
  return tops;
}
