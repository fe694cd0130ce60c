import { blockAt, type Span } from '@/domain/anchor';

/** What is written on either side of words, as far as it helps to find them. */
export type Around = { before: string; after: string };

/** Where the paragraph before and the one after a span begin and end. */
const neighbours = (text: string, { start, end }: Span): Span => ({
  start: blockAt(text, Math.max(0, blockAt(text, start).start - 1)).start,
  end: blockAt(text, Math.min(text.length, blockAt(text, end).end + 1)).end,
});

type Extent = {
  /** characters on either side */ most: number /** whether the paragraphs beside count too */;
  beyond?: boolean;
};

/** The rest of the paragraphs in which words stand, as far as asked for and cut between words. */
export function aroundOf(text: string, span: Span, { most, beyond = false }: Extent): Around {
  const { start, end } = span;
  const within = { start: blockAt(text, start).start, end: blockAt(text, end).end };
  const { start: from, end: to } = beyond ? neighbours(text, span) : within;
  const before = text.slice(Math.max(from, start - most), start);
  const after = text.slice(end, Math.min(to, end + most));
  return {
    before: start - most > from ? `…${before.replace(/^\S*(?=\s)/u, '')}` : before,
    after: end + most < to ? `${after.replace(/(?<=\s)\S*$/u, '')}…` : after,
  };
}
