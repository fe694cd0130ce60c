import { type Segment, segments } from '@/domain/anchor';
import { type Mark, type Placed, placedBlocks } from '@/domain/doc';
import {
  claimsOf,
  type EditionClaim,
  endOf,
  excerptsOf,
  type Payload,
  type Place,
  type Stretch,
} from '@/domain/edition';
import { paragraphsOf } from '@/domain/text';

/** The end of a claim's words: where the link to its note stands. */
export type End = {
  k: number /** its words stand here once more; the note is beside the first place */;
  again: boolean;
};
/** A stretch of a paragraph with the same marks and claims throughout, the smallest claim first, and the claims that end with it. */
export type Run = { start: number; text: string; ks: number[]; ends: End[]; marks: readonly Mark[] };
export type Paragraph = {
  start: number;
  runs: Run[];
  /** the claims whose notes stand beside it */
  notes: number[];
  /** what it is in the article's document; null in an edition without one */
  block: Placed | null;
};
/** An unbroken stretch of the article; `gap`: text is left out before it. */
export type Passage = { gap: boolean; paragraphs: Paragraph[] };

type Stand = { k: number; place: Place; again: boolean };

const standsOf = ({ k, place, alsoAt }: EditionClaim): Stand[] => [
  ...(place ? [{ k, place, again: false }] : []),
  ...alsoAt.map((repeat) => ({ k, place: repeat, again: true })),
];

/** The paragraphs of a stretch, each with where it begins in the revision's text. */
function paragraphsIn({ start, text }: Stretch): Stretch[] {
  let at = start;
  return paragraphsOf(text).map((paragraph) => {
    const found = { start: at, text: paragraph };
    at += paragraph.length + 1;
    return found;
  });
}

/** The runs of a paragraph from the segments of the whole text; what no claim covers is a run of no claims. */
function runsOf(paragraph: Stretch, covered: Segment[]): Run[] {
  const end = endOf(paragraph);
  const cut = (from: number, to: number) => paragraph.text.slice(from - paragraph.start, to - paragraph.start);
  const runs: Run[] = [];
  let at = paragraph.start;
  for (const segment of covered) {
    const [from, to] = [Math.max(segment.start, paragraph.start), Math.min(segment.end, end)];
    if (from >= to) continue;
    if (at < from) runs.push({ start: at, text: cut(at, from), ks: [], ends: [], marks: [] });
    runs.push({ start: from, text: cut(from, to), ks: segment.ids.map(Number), ends: [], marks: [] });
    at = to;
  }
  if (at < end) runs.push({ start: at, text: cut(at, end), ks: [], ends: [], marks: [] });
  return runs;
}

/** The runs cut where the marks of the paragraph's own words begin and end. */
function withMarks(runs: Run[], { node, start }: Placed): Run[] {
  let at = start;
  const pieces = (node.content ?? []).map(({ text, marks = [] }) => {
    const piece = { start: at, end: at + text.length, marks };
    at = piece.end;
    return piece;
  });
  if (pieces.every(({ marks }) => marks.length === 0)) return runs;
  return runs.flatMap((run) =>
    pieces.flatMap((piece) => {
      const [from, to] = [Math.max(run.start, piece.start), Math.min(run.start + run.text.length, piece.end)];
      if (from >= to) return [];
      return {
        ...run,
        start: from,
        text: run.text.slice(from - run.start, to - run.start),
        ends: [],
        marks: piece.marks,
      };
    }),
  );
}

/**
 * The article as an edition shows it: whole, or under `excerpt` rights the sentences of its claims, cut where claims
 * begin and end. Every claim that stands in the text ends in exactly one run for each of its places.
 */
export function passagesOf(payload: Payload): Passage[] {
  const stands = claimsOf(payload).flatMap(standsOf);
  const { text, doc } = payload.frame.article;
  const blocks = new Map(text === null || !doc ? [] : placedBlocks(doc).map((block) => [block.start, block]));
  const stretches = text === null ? excerptsOf(stands.map(({ place }) => place)) : [{ start: 0, text }];
  const covered = segments(stands.map(({ k, place: { start, end } }) => ({ id: String(k), start, end })));
  const passages = stretches.map((stretch, i) => {
    const before = stretches[i - 1];
    const gap = text === null && (before ? endOf(before) + 1 < stretch.start : stretch.start > 0);
    return {
      gap,
      paragraphs: paragraphsIn(stretch).map((each) => paragraphOf(each, covered, blocks.get(each.start) ?? null)),
    };
  });
  setEnds(
    passages.flatMap(({ paragraphs }) => paragraphs),
    stands,
  );
  return passages;
}

function paragraphOf(paragraph: Stretch, covered: Segment[], block: Placed | null): Paragraph {
  const runs = runsOf(paragraph, covered);
  return { start: paragraph.start, runs: block ? withMarks(runs, block) : runs, notes: [], block };
}

/** Puts each claim's end on the run that holds its last character, the smaller of two claims first. */
function setEnds(paragraphs: Paragraph[], stands: Stand[]): void {
  const worded = paragraphs.filter(({ runs }) => runs.length > 0);
  const holding = (end: number) => worded.findLast(({ start }) => start < end);
  const bySize = [...stands].sort((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start));
  for (const { k, place, again } of bySize) {
    const run = holding(place.end)?.runs.findLast(({ start }) => start < place.end);
    run?.ends.push({ k, again });
  }
  for (const { k, place, again } of stands) if (!again) holding(place.end)?.notes.push(k);
}
