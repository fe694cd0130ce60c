import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** What of a scrolled box the person is at: where they are typing, else the first part that is in view. */
function heldIn(box: HTMLElement): Element | null {
  const { activeElement } = document;
  if (activeElement && activeElement !== box && box.contains(activeElement)) return activeElement;
  const { top } = box.getBoundingClientRect();
  return [...box.children].find((part) => part.getBoundingClientRect().bottom > top) ?? null;
}

const topIn = (box: HTMLElement, part: Element): number =>
  part.getBoundingClientRect().top - box.getBoundingClientRect().top;

/**
 * Keeps what a person reads or types in a scrolled box where it is while others' work grows and shrinks above it. The
 * browser's own anchoring does nothing at the top of a box and knows nothing of the caret, so the box goes without.
 */
export function useSteady(box: RefObject<HTMLElement | null>): void {
  const held = useRef<{ part: Element; top: number } | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const was = held.current;
    if (!element) return;
    if (was && element.contains(was.part) && was.part === heldIn(element)) {
      element.scrollTop += topIn(element, was.part) - was.top;
    }
    const part = heldIn(element);
    held.current = part && { part, top: topIn(element, part) };
  });
  useEffect(() => {
    const element = box.current;
    const look = () => {
      const part = element && heldIn(element);
      held.current = part ? { part, top: topIn(element!, part) } : null;
    };
    element?.addEventListener('scroll', look, { passive: true });
    element?.addEventListener('focusin', look);
    return () => {
      element?.removeEventListener('scroll', look);
      element?.removeEventListener('focusin', look);
    };
  }, [box]);
}
