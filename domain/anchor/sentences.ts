import { continues } from './abbreviations';
import type { Span } from './anchor';
import { segmenter } from './segmenter';
import { blockAt, trimmed } from './words';

/** Units of a block segmented at once: V8's segmenter takes time squared in the text's length (9 s for 200,000 units). */
const WINDOW = 10_000;

/** Where Unicode ends sentences in a block; a sentence longer than the window is cut. */
function* partsOf(text: string, block: Span, language: string): Generator<Span> {
  for (let at = block.start; at < block.end; ) {
    const page = text.slice(at, Math.min(at + WINDOW, block.end));
    const parts = [...segmenter(language, 'sentence').segment(page)];
    if (at + page.length < block.end && parts.length > 1) parts.pop(); // the window may have cut it: read it again
    for (const { index, segment } of parts) yield { start: at + index, end: at + index + segment.length };
    at += parts.reduce((sum, { segment }) => sum + segment.length, 0);
  }
}

/** The sentences of one block, each with the white space that follows it. */
function sentencesOf(text: string, block: Span, language: string): Span[] {
  const found: Span[] = [];
  for (const part of partsOf(text, block, language)) {
    const last = found.at(-1);
    if (last && continues(text.slice(last.start, last.end), text.slice(part.start, block.end))) last.end = part.end;
    else found.push(part);
  }
  return found;
}

/** The blocks that the span touches; of an empty span, the block it stands in. */
function* blocksOf(text: string, { start, end }: Span): Generator<Span> {
  for (let block = blockAt(text, start); ; block = blockAt(text, block.end + 1)) {
    yield block;
    if (block.end >= end || block.end >= text.length) return;
  }
}

/**
 * Every sentence of the text in order, without white space around it. A sentence never crosses a block. It does not end
 * after "Sen.", an initial or "U.S." before a name, nor between a closing quotation mark and "he said".
 */
export function sentences(text: string, language: string): Span[] {
  return [...blocksOf(text, { start: 0, end: text.length })]
    .flatMap((block) => sentencesOf(text, block, language))
    .flatMap((sentence) => trimmed(text, sentence) ?? []);
}

/** The sentence that holds the caret (the one before it at a block's end or in space), or null in a blank block. */
export function sentenceAt(text: string, offset: number, language: string): Span | null {
  const all = sentencesOf(text, blockAt(text, offset), language);
  const found = all.findLast(({ start }) => start <= offset) ?? all[0];
  return found ? trimmed(text, found) : null;
}

/**
 * The whole sentences that the span touches, within their paragraphs: from the start of the first to the end of the
 * last. What excerpt rights let an edition show around a claim. A span that touches no sentence is given back as it is.
 */
export function sentencesTouching(text: string, span: Span, language: string): Span {
  const touched = [...blocksOf(text, span)]
    .flatMap((block) => sentencesOf(text, block, language))
    .filter(({ start, end }) => start < span.end && end > span.start)
    .flatMap((sentence) => trimmed(text, sentence) ?? []);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last
    ? { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) }
    : { start: span.start, end: span.end };
}

/**
 * Where the caret goes by one sentence: to the start of the next one, back to the start of this one or the one before,
 * or on to the end of this one or the next. At the text's ends it goes to the end.
 */
export function sentenceStep(text: string, offset: number, to: 'next' | 'previous' | 'end', language: string): number {
  const forwards = to !== 'previous';
  let block = blockAt(text, offset);
  for (;;) {
    const all = sentencesOf(text, block, language).flatMap((sentence) => trimmed(text, sentence) ?? []);
    const places = all.map(({ start, end }) => (to === 'end' ? end : start));
    const found = forwards ? places.find((at) => at > offset) : places.findLast((at) => at < offset);
    if (found !== undefined) return found;
    if (forwards ? block.end >= text.length : block.start === 0) return forwards ? text.length : 0;
    block = blockAt(text, forwards ? block.end + 1 : block.start - 1);
  }
}
