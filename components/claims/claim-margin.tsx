'use client';
import type { Editor } from '@tiptap/core';
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Present } from '@/domain/presence';
import type { Scale } from '@/domain/scale';
import { useHighlightTops } from '../article/highlight-tops';
import type { Beside } from '../discussion/use-word-threads';
import { classes } from '../ui/classes';
import { ClaimCard } from './claim-card';
import type { Numbered } from './claim-order';
import { useKeys } from './claim-ranges';
import { besideHighlight, placed, useHeights, type View } from './margin-places';
import { useChecking } from './under-check';
import { useColleagues } from './use-presence';

type Props = {
  standing: readonly Numbered[];
  /** what else stands beside words of the article */
  beside?: readonly Beside[];
  activeKey: string | null;
  editor: Editor | null;
  /** the open claim, in place of its card */
  panel: ReactNode;
  onOpen: (key: string | null) => void;
  /** where the window is about to be scrolled to, in px of the page */
  scrollingTo: () => number | null;
  /** what stands after the last card */
  children?: ReactNode;
};

/** Height of the desk's bar, which covers the top of the window. */
const BAR = 52;

/** What is in the window, asked for whenever another claim is opened or the open one grows. */
function useView(
  origin: HTMLElement | null,
  activeKey: string | null,
  height: number,
  scrollingTo: Props['scrollingTo'],
) {
  const [view, setView] = useState<View>({ top: 0, bottom: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for another claim or another height of it
  useLayoutEffect(() => {
    if (!origin || activeKey === null) return;
    const from = origin.getBoundingClientRect().top + window.scrollY;
    const scrolled = scrollingTo() ?? window.scrollY;
    setView({ top: scrolled + BAR - from, bottom: scrolled + window.innerHeight - from });
  }, [origin, activeKey, height]);
  return view;
}

const none: readonly Beside[] = [];

/** Claims and what else stands beside the text, in its order, so that one goes through them by the tab key. */
function interleaved(standing: readonly Numbered[], beside: readonly Beside[]): (Numbered | Beside)[] {
  const startOf = (item: Numbered | Beside) => ('entry' in item ? (item.entry.claim.anchor?.start ?? -1) : item.start);
  return beside.length === 0 ? [...standing] : [...standing, ...beside].sort((a, b) => startOf(a) - startOf(b));
}

/** The claims beside their highlights, one card each, none covering another; the open one in full. */
export function ClaimMargin({
  standing,
  beside = none,
  activeKey,
  editor,
  panel,
  onOpen,
  scrollingTo,
  children,
}: Props) {
  const { article } = useChecking();
  const colleagues = useColleagues();
  const [origin, setOrigin] = useState<HTMLElement | null>(null);
  const items = useMemo(() => interleaved(standing, beside), [standing, beside]);
  const keys = useKeys(items);
  const highlights = useHighlightTops(editor, keys, origin);
  const { heights, observe } = useHeights();
  const open = items.some(({ key }) => key === activeKey) ? activeKey : null;
  const view = useView(origin, open, heights.get(open ?? '') ?? 0, scrollingTo);
  const { tops, height } = useMemo(() => {
    const last = Math.max(0, ...highlights.values());
    const cards = items.flatMap((item) => {
      const { key } = item;
      const tall = heights.get(key);
      if (tall === undefined) return [];
      const top = highlights.get(key) ?? (standsInText(item) ? last : 0);
      return { id: key, height: tall, top: key === open ? besideHighlight(top, tall, view) : top };
    });
    return placed(cards, open);
  }, [items, heights, highlights, open, view]);
  useHeightOf(origin, height);
  const ready = highlights.size > 0 || !items.some(standsInText);
  const step = useCallback((event: React.KeyboardEvent<HTMLElement>) => stepByArrows(event), []);
  const stop = open ?? standing[0]?.key;
  return (
    <aside aria-label="Claims" className="min-w-0">
      <ol ref={setOrigin} className="relative" onKeyDown={step}>
        {items.map((item) => {
          const top = ready ? tops.get(item.key) : undefined;
          if (!('entry' in item))
            return (
              <Spot key={item.key} place={item.key} isOpen={item.isOpen} top={top} observe={observe}>
                {item.content}
              </Spot>
            );
          return (
            <Place
              key={item.key}
              numbered={item}
              scale={article.scale}
              here={colleagues.at(item.entry.claim.id)}
              top={top}
              stop={item.key === stop}
              panel={item.key === open ? panel : null}
              observe={observe}
              onOpen={onOpen}
            />
          );
        })}
      </ol>
      {children}
    </aside>
  );
}

const standsInText = (item: Numbered | Beside): boolean => !('entry' in item) || item.entry.claim.anchor !== null;

/** Gives the margin the height of what stands in it. Set through the DOM, which the style policy allows. */
function useHeightOf(element: HTMLElement | null, height: number): void {
  useEffect(() => {
    if (element) element.style.minHeight = `${Math.ceil(height) + 16}px`;
  }, [element, height]);
}

/** Up and down go from card to card, as in any list with one stop for the tab key. */
function stepByArrows(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const target = event.target as HTMLElement;
  if (!target.matches('[data-card]')) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')].filter(
    (card) => card.offsetParent !== null,
  );
  const next = cards[cards.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type PlaceProps = {
  numbered: Numbered;
  scale: Scale;
  here: readonly Present[];
  top: number | undefined;
  stop: boolean;
  panel: ReactNode;
  observe: (element: HTMLElement | null) => (() => void) | undefined;
  onOpen: (key: string) => void;
};

type SpotProps = Pick<PlaceProps, 'top' | 'observe'> & { place: string; isOpen: boolean; children: ReactNode };

/** One place in the margin: out of sight until it is known where it is. */
function Spot({ place, isOpen, top, observe, children }: SpotProps) {
  return (
    <li
      ref={observe}
      data-key={place}
      data-open={isOpen ? '' : undefined}
      className={classes(
        'absolute inset-x-0 top-0 motion-safe:transition-transform motion-safe:duration-(--slow)',
        isOpen ? 'z-10 flex max-h-[calc(100dvh-6.5rem)] flex-col' : '',
        top === undefined && (isOpen ? 'opacity-0' : 'invisible'), // what is invisible takes no focus
      )}
      style={{ transform: `translateY(${top ?? 0}px)` }}
    >
      {children}
    </li>
  );
}

const Place = memo(function Place({ numbered, scale, here, top, stop, panel, observe, onOpen }: PlaceProps) {
  return (
    <Spot place={numbered.key} isOpen={Boolean(panel)} top={top} observe={observe}>
      {panel ?? <ClaimCard numbered={numbered} scale={scale} here={here} stop={stop} onOpen={onOpen} />}
    </Spot>
  );
});
