import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type HighlightRange, highlighting, highlightsOf } from './highlights';
import { offsetTable } from './offsets';

/** Ranges drawn at once to begin with, and the bounds between which a slice follows the machine's speed. */
const FIRST = 120;
const LEAST = 20;
const MOST = 400;

/** What drawing a slice may take of a frame, in ms; style, layout and paint need the rest. */
const BUDGET = 6;

/** A slice waits for the browser to be idle no longer than this, in ms. */
const PATIENCE = 100;

/** Indices of the first and last block in the window, found with a few measurements. */
function inView(view: EditorView): [number, number] {
  const { blocks } = offsetTable(view.state.doc);
  const edge = (isPast: (rect: DOMRect) => boolean): number => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const element = view.nodeDOM(blocks[middle]!.position - 1);
      if (element instanceof Element && isPast(element.getBoundingClientRect())) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [edge((rect) => rect.bottom > 0), edge((rect) => rect.top > window.innerHeight) - 1];
}

/** Stale blocks that hold about this many ranges, those in view first and then the nearest to it. */
function nextBlocks(view: EditorView, ranges: number): number[] {
  const { stale, byBlock } = highlightsOf(view.state);
  const [first, last] = stale.size > 1 ? inView(view) : [0, 0];
  const distance = (index: number) => Math.max(first - index, index - last, 0);
  const picked: number[] = [];
  let weight = 0;
  for (const index of [...stale].sort((a, b) => distance(a) - distance(b))) {
    if (weight >= ranges) break;
    weight += 1 + (byBlock.get(index)?.length ?? 0);
    picked.push(index);
  }
  return picked;
}

const draw = (view: EditorView, ranges: number) =>
  view.dispatch(highlighting(view.state, { draw: nextBlocks(view, ranges) }));

/**
 * Shows these claims: what is in view at once, the rest in slices while the browser is idle, so that no task keeps the
 * page from answering. A change that touches few blocks is drawn before this returns.
 */
export function showHighlights(view: EditorView, ranges: readonly HighlightRange[], activeId: string | null): void {
  view.dispatch(highlighting(view.state, { show: { ranges, activeId } }));
  if (highlightsOf(view.state).stale.size > 0) draw(view, FIRST);
}

/** Draws one block now, when something must find its highlights in the page. */
export function drawBlock(view: EditorView, index: number): void {
  if (highlightsOf(view.state).stale.has(index)) view.dispatch(highlighting(view.state, { draw: [index] }));
}

const whenIdle = (slice: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(slice, { timeout: PATIENCE });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(slice, BUDGET); // Safari
  return () => clearTimeout(timer);
};

/** Draws what is left to draw, slice by slice. */
class Painter {
  private cancel: (() => void) | null = null;
  private ranges = FIRST;

  constructor(private readonly view: EditorView) {}

  update(): void {
    if (this.cancel || highlightsOf(this.view.state).stale.size === 0) return;
    this.cancel = whenIdle(() => this.slice());
  }

  destroy(): void {
    this.cancel?.();
  }

  private slice(): void {
    const started = performance.now();
    const { ranges } = this;
    draw(this.view, ranges);
    const took = Math.max(performance.now() - started, 1);
    this.ranges = Math.min(Math.max(Math.round((ranges * BUDGET) / took), LEAST), MOST);
    this.cancel = null;
    this.update();
  }
}

export const painterPlugin = () => new Plugin({ view: (view) => new Painter(view) });
