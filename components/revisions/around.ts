import { blockAt, type Span } from '@/domain/anchor';

/** What is written on either side of words, as far as it helps to find them. */
export type Around = { before: string; after: string };

/** The rest of the paragraphs in which words stand, at most so many characters on either side and cut between words. */
export function aroundOf(text: string, { start, end }: Span, most: number): Around {
  const [from, to] = [blockAt(text, start).start, blockAt(text, end).end];
  const before = text.slice(Math.max(from, start - most), start);
  const after = text.slice(end, Math.min(to, end + most));
  return {
    before: start - most > from ? `…${before.replace(/^\S*(?=\s)/u, '')}` : before,
    after: end + most < to ? `${after.replace(/(?<=\s)\S*$/u, '')}…` : after,
  };
}
