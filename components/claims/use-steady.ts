import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** What of a scrolled box the person is at: where they are typing, else the first part that is in view. */
function heldIn(box: HTMLElement): Element | null {
  const { activeElement } = document;
  if (activeElement && activeElement !== box && box.contains(activeElement)) return activeElement;
  const { top } = box.getBoundingClientRect();
  return [...box.children].find((part) => part.getBoundingClientRect().bottom > top) ?? null;
}

/** Where a part stands in what the box holds, however far that is scrolled. */
const placeIn = (box: HTMLElement, part: Element): number =>
  part.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;

/**
 * Keeps what a person reads or types in a scrolled box where it is while others' work grows and shrinks above it. The
 * browser's own anchoring does nothing at the top of a box and knows nothing of the caret, so the box goes without.
 */
export function useSteady(box: RefObject<HTMLElement | null>): void {
  const held = useRef<{ part: Element; at: number } | null>(null);
  const look = useRef(() => {
    const part = box.current && heldIn(box.current);
    held.current = part && { part, at: placeIn(box.current!, part) };
  });
  useLayoutEffect(() => {
    const was = held.current;
    if (was && box.current?.contains(was.part)) box.current.scrollTop += placeIn(box.current, was.part) - was.at;
    look.current();
  });
  useEffect(() => {
    const element = box.current;
    const again = look.current;
    for (const name of ['scroll', 'focusin'] as const) element?.addEventListener(name, again, { passive: true });
    return () => {
      for (const name of ['scroll', 'focusin'] as const) element?.removeEventListener(name, again);
    };
  }, [box]);
}
