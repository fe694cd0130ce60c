import fc from 'fast-check';
import { expect, it } from 'vitest';
import { marked, snippetOf } from '@/domain/search/marked';
import { searchQueryOf } from '@/domain/search/query';
import { tokensOf } from '@/domain/search/words';
import { trials } from '@/test/trials';

const wanted = (typed: string) => searchQueryOf(typed).phrases;
const shown = ({ text, marks }: ReturnType<typeof marked>) =>
  marks.reduceRight((all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`, text);

it('marks whole words, whatever their case and accents, and phrases in one piece', () => {
  expect(shown(marked('The Café carried 41,200 guests', wanted('cafe 41200 ')))).toBe(
    'The [Café] carried [41,200] guests',
  );
  expect(shown(marked('carried in June, in June', wanted('"in june"')))).toBe('carried [in June], [in June]');
  expect(shown(marked('passengers passed', wanted('passen')))).toBe('[passengers] passed');
  expect(shown(marked('在東京都有船', wanted('東京 ')))).toBe('在[東京]都有船');
});

it('shows the place where most of it stands together', () => {
  const text = `${'The ferry waits. '.repeat(30)}Here the ferry sank in June. ${'It waits. '.repeat(30)}`;
  const snippet = snippetOf(text, wanted('ferry sank june '))!;
  expect(shown(snippet)).toContain('[ferry] [sank] in [June]');
  expect(snippet.text.startsWith('…') && snippet.text.endsWith('…')).toBe(true);
  expect(snippet.text.length).toBeLessThan(220);
  expect(snippetOf(text, wanted('whale '))).toBeNull();
});

it('marks only what is in the text, in order and apart', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(texts, fc.nat(), (text, pick) => {
      const words = tokensOf(text);
      if (words.length === 0) return;
      const { word } = words[pick % words.length]!;
      const snippet = snippetOf(text, [{ words: [word], prefix: false }], 40)!;
      let last = -1;
      expect(snippet.marks.length).toBeGreaterThan(0);
      for (const { start, end } of snippet.marks) {
        expect(start).toBeGreaterThan(last);
        expect(tokensOf(snippet.text.slice(start, end)).map((token) => token.word)).toContain(word);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(snippet.text.length);
    }),
    { numRuns: trials(500) },
  );
});
