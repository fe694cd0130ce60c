import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleHandle } from '../article/article-editor';
import { announce } from '../ui/announcer';
import { isLost, type Numbered, type Ordered } from './claim-order';
import { labelOf } from './claim-ranges';
import type { PanelField } from './deeds';
import { useIsOffered } from './second/offered';
import { useChecking, useSnapshot } from './under-check';
import { useAddressed } from './use-addressed';
import { isWide } from './use-wide';

/** How far down the window a highlight may stand and be left there, and where it is brought to, in parts of its height. */
const levels = { wide: { lowest: 0.55, to: 0.22 }, narrow: { lowest: 0.24, to: 0.13 } };
/** Pixels at the top of the window that the desk's bar takes, and some air. */
const TOP = 76;

/** What of a panel takes the focus for a field. */
function targetIn(panel: HTMLElement, field: PanelField): HTMLElement {
  const place = field === 'panel' ? null : panel.querySelector<HTMLElement>(`[data-field="${field}"]`);
  const boxes = 'textarea, [contenteditable="true"], form input, input:checked, input';
  return place?.querySelector<HTMLElement>(boxes) ?? place?.querySelector<HTMLElement>('button') ?? panel;
}

/** Pixels between a field that was asked for and the edge of its panel. */
const AIR = 40;

/** Puts the focus into a field and scrolls its panel there, but never the page: the panel is beside its highlight. */
function focusField(panel: HTMLElement, field: PanelField): void {
  const target = targetIn(panel, field);
  target.focus({ preventScroll: true });
  if (target instanceof HTMLTextAreaElement) target.select();
  const scroller = panel.querySelector('[data-scrolls]');
  if (!scroller || target === panel) return;
  const [box, inside] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
  const below = inside.bottom + AIR - box.bottom;
  const above = inside.top - AIR - box.top;
  if (below > 0) scroller.scrollTop += Math.min(below, above);
  else if (above < 0) scroller.scrollTop += above;
}

export type OpenClaim = {
  current: Numbered | null;
  /** opens a claim, or none; with a field the focus goes there, else it stays */
  open(key: string | null, field?: PanelField): void;
  /** puts the focus into a field of the open claim */
  ask(field: PanelField): void;
  /** opens the next claim or the one before, as one reads */
  step(by: 1 | -1): void;
  /** for the panel */
  panel: RefObject<HTMLElement | null>;
  scrollingTo: () => number | null;
};

/** Which claim is open, and how one comes to it: by a link, by a key, from the article or from its card. */
export function useOpenClaim(ordered: Ordered, article: RefObject<ArticleHandle | null>): OpenClaim {
  const { scale } = useChecking().article;
  const isOffered = useIsOffered();
  const { find } = useSnapshot();
  const [key, setKey] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ field: PanelField } | null>(null);
  const panel = useRef<HTMLElement | null>(null);
  const scrolling = useRef<{ to: number; until: number } | null>(null);
  const latest = useRef(ordered);
  latest.current = ordered;
  const all = [...ordered.standing, ...ordered.dropped];
  const current = all.find((one) => one.key === key) ?? null;

  const reveal = useCallback(
    (next: string) => {
      const at = article.current?.rectOf(next);
      const isOutside = latest.current.standing.find((one) => one.key === next)?.entry.claim.anchor === null;
      const level = levels[isWide() ? 'wide' : 'narrow'];
      const seen = at ? at.top > TOP && at.top < window.innerHeight * level.lowest : !isOutside;
      if (seen) return;
      const to = Math.max(0, at ? window.scrollY + at.top - window.innerHeight * level.to : 0);
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      scrolling.current = { to, until: performance.now() + 800 };
      window.scrollTo({ top: to, behavior: calm ? 'instant' : 'smooth' });
    },
    [article],
  );
  const open = useCallback(
    (next: string | null, field?: PanelField) => {
      setKey(next);
      if (next === null) return;
      if (field) setWanted({ field });
      reveal(next);
    },
    [reveal],
  );
  const ask = useCallback((field: PanelField) => setWanted({ field }), []);
  const step = useCallback(
    (by: 1 | -1) => {
      const { standing } = latest.current;
      const at = standing.findIndex((one) => one.key === key);
      const next = at < 0 ? (by > 0 ? standing[0] : standing.at(-1)) : standing[at + by];
      if (!next) return announce(by > 0 ? 'This was the last claim.' : 'This was the first claim.');
      open(next.key, 'panel');
      announce(`${labelOf(next, scale, isOffered)}. ${next.entry.claim.statement}`);
    },
    [key, open, scale, isOffered],
  );
  const scrollingTo = useCallback(() => {
    const { to, until } = scrolling.current ?? { to: 0, until: 0 };
    return performance.now() < until ? Math.min(to, document.documentElement.scrollHeight - window.innerHeight) : null;
  }, []);

  useEffect(() => {
    if (!wanted || !panel.current) return;
    focusField(panel.current, wanted.field);
    setWanted(null);
  }, [wanted]);
  useEffect(() => {
    // what is in no place of the text is shown in its list, to which nothing else leads
    const open = latest.current.standing.find((one) => one.key === key);
    if (open && isLost(open) && isWide()) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  useAddressed((id, field) => {
    const entry = find(id);
    if (entry) open(entry.key, field);
    return entry !== null;
  });
  return { current, open, ask, step, panel, scrollingTo };
}
