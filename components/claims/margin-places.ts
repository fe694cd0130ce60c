import { useCallback, useRef, useState } from 'react';
import { type Card, placeCards } from '../article/margin';

/** Pixels between two cards. */
export const GAP = 6;
/** Pixels that the open claim keeps from the window's edges. */
const EDGE = 12;

/** What of the page is in the window, in px from the same origin as the cards. */
export type View = { top: number; bottom: number };

/**
 * Where the open claim stands: at its highlight, or as much higher as it needs to be seen whole, but never so high that
 * it no longer stands beside its highlight.
 */
export const besideHighlight = (top: number, height: number, view: View): number =>
  Math.max(0, top - Math.max(height - 48, 0), Math.min(top, Math.max(view.bottom - height - EDGE, view.top + EDGE)));

export type Placed = {
  tops: ReadonlyMap<string, number>;
  /** px from the origin to the end of the last card */
  height: number;
};

/**
 * Where the cards stand. Those before the open claim for which there is no room below the top of the page have no place
 * until it is closed: one comes to them by the text and by the keys.
 */
export function placed(cards: readonly Card[], activeKey: string | null): Placed {
  const tops = new Map([...placeCards(cards, activeKey, GAP)].filter(([, top]) => top >= 0));
  const ends = cards.map(({ id, height }) => (tops.get(id) ?? 0) + height);
  return { tops, height: Math.max(0, ...ends) };
}

/** The heights of elements with a `data-key`, measured as they come and whenever they change. */
export function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(() => new Map());
  const observer = useRef<ResizeObserver | null>(null);
  const observe = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    observer.current ??= new ResizeObserver((changes) =>
      setHeights((before) => {
        const after = new Map(before);
        for (const { target } of changes) {
          if (target.isConnected) after.set((target as HTMLElement).dataset.key!, (target as HTMLElement).offsetHeight);
        }
        return after;
      }),
    );
    observer.current.observe(element);
    return () => observer.current?.unobserve(element);
  }, []);
  return { heights, observe };
}
