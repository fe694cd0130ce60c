'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { highlightsOf } from './highlights';
import { offsetTable } from './offsets';

/** Where the first line of each claim stands, in px from the viewport's top; claims without a place are left out. */
export function highlightTops({ view }: Editor, ids: readonly string[]): Map<string, number> {
  const table = offsetTable(view.state.doc);
  const starts = new Map<string, number>();
  for (const { id, start } of highlightsOf(view.state).ranges) {
    starts.set(id, Math.min(start, starts.get(id) ?? start));
  }
  const tops = new Map<string, number>();
  for (const id of ids) {
    const start = starts.get(id);
    if (start !== undefined) tops.set(id, view.coordsAtPos(table.positionAt(start), 1).top);
  }
  return tops;
}

const sameTops = (a: Map<string, number>, b: Map<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, top]) => b.get(id) === top);

/**
 * Where each claim's highlight begins, in px below the top edge of `origin` (of the article's text where none is given),
 * for `placeCards`. Measured anew when claims, width or typeface change; the map stays the same one while nothing moved.
 * @param ids the claims to measure; keep the array the same while they are
 */
export function useHighlightTops(
  editor: Editor | null,
  ids: readonly string[],
  origin?: Element | null,
): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<Map<string, number>>(() => new Map());
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    let frame = 0;
    let measured: unknown;
    const measure = () => {
      frame = 0;
      if (editor.isDestroyed) return;
      const from = (origin ?? editor.view.dom).getBoundingClientRect().top;
      const now = new Map([...highlightTops(editor, ids)].map(([id, top]) => [id, Math.round(top - from)]));
      setTops((before) => (sameTops(before, now) ? before : now));
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    const onTransaction = () => {
      const { ranges } = highlightsOf(editor.state);
      if (ranges !== measured) soon();
      measured = ranges;
    };
    const resized = new ResizeObserver(soon);
    resized.observe(editor.view.dom);
    document.fonts.addEventListener('loadingdone', soon);
    editor.on('transaction', onTransaction);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', soon);
      editor.off('transaction', onTransaction);
    };
  }, [editor, ids, origin]);
  return tops;
}
