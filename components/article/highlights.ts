import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Range, type Segment, segments } from '@/domain/anchor';
import type { ClaimState } from '@/domain/workflow';
import { type Block, type OffsetTable, offsetTable } from './offsets';

/** A claim as the article shows it. A claim that stands in several places has a range for each. */
export type HighlightRange = Range & {
  /** colour token of its verdict, `none` without one */
  tone: string;
  state: ClaimState;
  /** whether its words there are not those that were checked, and nobody has settled that */
  changed?: boolean;
  /** whether it is a comment on the words, and no claim */
  comment?: boolean;
  /** what a screen reader says of it, e.g. "Claim 3: misleading, submitted" */
  label?: string;
};

/**
 * The claims of an article as editor state: ranges by block, and what is drawn of them. Claims stand off the text, so
 * all of it is derived and the document never knows. Blocks in `stale` show an older state until they are drawn.
 */
export type Highlights = {
  ranges: readonly HighlightRange[];
  activeId: string | null;
  /** the ranges that touch each block, by the block's index */
  byBlock: ReadonlyMap<number, readonly HighlightRange[]>;
  stale: ReadonlySet<number>;
  drawn: DecorationSet;
};

type Change = { show?: { ranges: readonly HighlightRange[]; activeId: string | null }; draw?: Iterable<number> };

const key = new PluginKey<Highlights>('highlights');

export const highlightsOf = (state: EditorState): Highlights => key.getState(state)!;

export const noHighlights: Highlights = {
  ranges: [],
  activeId: null,
  byBlock: new Map(),
  stale: new Set(),
  drawn: DecorationSet.empty,
};

/** The blocks that a range touches. */
function* blocksUnder(table: OffsetTable, { start, end }: Range): Generator<number> {
  const first = table.blockAt(start)?.index ?? 0;
  for (let index = first; index < table.blocks.length && table.blocks[index]!.offset < end; index += 1) yield index;
}

const shown = ['id', 'start', 'end', 'tone', 'state', 'label', 'changed', 'comment'] as const;

const alike = (a: HighlightRange | undefined, b: HighlightRange | undefined): boolean =>
  a === b || shown.every((part) => a?.[part] === b?.[part]);

const looks = (range: HighlightRange): string => shown.map((part) => range[part]).join('\u0000');

/** The ranges of which one list shows something that the other does not; what both begin and end with is passed over. */
function differing(before: readonly HighlightRange[], after: readonly HighlightRange[]): HighlightRange[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && alike(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && alike(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const had = new Map(before.slice(head, before.length - tail).map((range) => [looks(range), range]));
  const added = after.slice(head, after.length - tail).filter((range) => !had.delete(looks(range)));
  return [...had.values(), ...added];
}

/** The ranges of each of these blocks. */
function sorted(table: OffsetTable, ranges: readonly HighlightRange[], indices: ReadonlySet<number>) {
  const found = new Map<number, HighlightRange[]>([...indices].map((index) => [index, []]));
  const from = table.blocks[Math.min(...indices)]?.offset ?? 0;
  const last = table.blocks[Math.max(...indices)];
  const to = last ? last.offset + last.length : 0;
  for (const range of ranges) {
    if (range.end <= from || range.start >= to) continue;
    for (const index of blocksUnder(table, range)) found.get(index)?.push(range);
  }
  return found;
}

/** The state that shows these ranges; only blocks in which something differs become stale. */
export function showing(
  table: OffsetTable,
  before: Highlights,
  ranges: readonly HighlightRange[],
  activeId: string | null,
): Highlights {
  const changed = differing(before.ranges, ranges);
  const moved = new Set(changed.flatMap((range) => [...blocksUnder(table, range)]));
  const turned = ranges.filter(({ id }) => activeId !== before.activeId && (id === activeId || id === before.activeId));
  const stale = new Set([...before.stale, ...moved, ...turned.flatMap((range) => [...blocksUnder(table, range)])]);
  const byBlock = moved.size > 0 ? new Map([...before.byBlock, ...sorted(table, ranges, moved)]) : before.byBlock;
  return { ...before, ranges, activeId, byBlock, stale };
}

/** How deep a pile of claims is still told apart. */
const DEEPEST = 4;

function attributes({ ids }: Segment, over: ReadonlyMap<string, HighlightRange>, activeId: string | null) {
  const active = ids.find((id) => id === activeId);
  const claims = ids.filter((id) => !over.get(id)!.comment);
  const leading = over.get(claims.find((id) => id === active) ?? claims[0] ?? ids[0]!)!;
  const labels = ids.map((id) => over.get(id)!.label).filter((label) => label !== undefined);
  return {
    nodeName: 'mark',
    class: claims.length > 0 ? 'claim-mark' : 'comment-mark',
    'data-claims': ids.join(' '),
    'data-tone': leading.tone,
    'data-state': leading.state,
    'data-depth': String(Math.min(claims.length, DEEPEST)),
    ...(claims.length < ids.length ? { 'data-commented': '' } : {}),
    ...(ids.some((id) => over.get(id)!.changed) ? { 'data-changed': '' } : {}),
    ...(active === undefined ? {} : { 'data-active': over.get(active)!.comment ? 'comment' : '' }),
    ...(labels.length > 0 ? { 'aria-description': labels.join('; ') } : {}),
  };
}

/** One block's claims as flat decorations: overlapping ones would merge and the last attribute win. */
function decorationsOf(block: Block, ranges: readonly HighlightRange[], activeId: string | null): Decoration[] {
  const end = block.offset + block.length;
  const clipped = ranges.map((range) => ({
    id: range.id,
    start: Math.max(range.start, block.offset),
    end: Math.min(range.end, end),
  }));
  const over = new Map(ranges.map((range) => [range.id, range]));
  return segments(clipped).map((segment) =>
    Decoration.inline(
      block.position + segment.start - block.offset,
      block.position + segment.end - block.offset,
      attributes(segment, over, activeId),
    ),
  );
}

/** Draws these blocks anew and leaves every other as it is. */
function drawing(state: EditorState, before: Highlights, indices: Iterable<number>): Highlights {
  const table = offsetTable(state.doc);
  const stale = new Set(before.stale);
  const gone: Decoration[] = [];
  const come: Decoration[] = [];
  for (const index of indices) {
    const block = table.blocks[index];
    if (!stale.delete(index) || !block) continue;
    gone.push(...before.drawn.find(block.position, block.position + block.length));
    come.push(...decorationsOf(block, before.byBlock.get(index) ?? [], before.activeId));
  }
  return { ...before, stale, drawn: before.drawn.remove(gone).add(state.doc, come) };
}

function changing(tr: Transaction, before: Highlights, state: EditorState): Highlights {
  const change = tr.getMeta(key) as Change | undefined;
  if (!change) return before;
  const { show, draw } = change;
  const shown = show ? showing(offsetTable(state.doc), before, show.ranges, show.activeId) : before;
  return draw ? drawing(state, shown, draw) : shown;
}

/** A transaction that changes what is shown, or draws blocks that are stale. */
export const highlighting = (state: EditorState, change: Change): Transaction => state.tr.setMeta(key, change);

/** The editor's highlight layer; `highlight-painter.ts` decides what is drawn when. */
export const highlightPlugin = () =>
  new Plugin<Highlights>({
    key,
    state: { init: () => noHighlights, apply: (tr, before, _, state) => changing(tr, before, state) },
    props: { decorations: (state) => highlightsOf(state).drawn },
  });

/** The claims at an offset, smallest first: those that cover it, or else those that end there. */
export function claimsAt(state: EditorState, offset: number): string[] {
  const index = offsetTable(state.doc).blockAt(offset)?.index ?? 0;
  const near = highlightsOf(state).byBlock.get(index) ?? [];
  const touching = segments(near.filter(({ start, end }) => start <= offset && offset <= end));
  const found = touching.find(({ start, end }) => start <= offset && offset < end);
  return (found ?? touching.findLast(({ end }) => end === offset))?.ids ?? [];
}

/** The claim that a further click or key press in a pile activates: smallest first, then each larger one, and round. */
export function nextClaim(ids: readonly string[], activeId: string | null): string | null {
  const at = activeId === null ? -1 : ids.indexOf(activeId);
  return ids[(at + 1) % ids.length] ?? null;
}
