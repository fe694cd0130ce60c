/** The part of the page that a claim has, by any element in it. */
const tileAt = (element: Element | null): HTMLElement | null =>
  element?.closest('li')?.querySelector<HTMLElement>('[data-tile]') ?? null;

const tileOf = (id: string | undefined): HTMLElement | null =>
  id === undefined ? null : document.querySelector<HTMLElement>(`[data-tile="${id}"]`);

/** The claim that the person is at: which has the focus, else the first that is wholly in view. */
function tileAtHand(): HTMLElement | null {
  const focused = tileAt(document.activeElement);
  if (focused) return focused;
  const all = [...document.querySelectorAll<HTMLElement>('[data-tile]')];
  return all.find((tile) => tile.getBoundingClientRect().top >= 0) ?? null;
}

const topOf = (tile: HTMLElement): number => tile.getBoundingClientRect().top;

/**
 * Looks at the board before it is drawn anew; call what it answers right after that. The claim that the person is at then
 * stands where it stood, unless it went to another lane, and one that had the focus has it there too; where that is gone,
 * whatever stood next to it does.
 */
export function steadyTile(): () => void {
  const tile = tileAtHand();
  if (!tile) return () => {};
  const { tile: id } = tile.dataset;
  const [top, lane, had] = [topOf(tile), tile.closest('section'), tile.closest('li')?.contains(document.activeElement)];
  const { nextElementSibling: next, previousElementSibling: last } = tile.closest('li')!;
  const beside = (tileAt(next) ?? tileAt(last))?.dataset.tile;
  return () => {
    const now = tileOf(id) ?? (had ? tileOf(beside) : null);
    if (!now) return;
    if (now.dataset.tile === id && now.closest('section') === lane)
      window.scrollBy({ top: topOf(now) - top, behavior: 'instant' });
    const lost = !document.activeElement || document.activeElement === document.body;
    if (had && lost) now.focus({ preventScroll: true });
  };
}
