import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAt, sentenceStep, sentences, sentencesTouching } from '@/domain/anchor';
import { trials } from '@/test/trials';

const read = (text: string) => sentences(text, 'en').map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  test.each([
    'Sen. Smith met Mr. Doe and Lt. Col. Ann Roe. | They spoke.',
    'The U.S. Army left the U.S. | The rest stayed.',
    'A U.S.-backed plan failed. | Nobody minded.',
    '“Is it true?” he asked. | “It is.” | She left.',
    '"Is it true?" he asked. | "It is." | She left.',
    'He won 3.5 million votes. | She won 4.',
    'J. K. Rowling and George W. Bush met at 5 p.m. Tuesday. | It rained.',
    'It ended at 5 p.m. | The crowd left.',
    'No. 5 Downing St. stayed empty. | On Jan. 5 he won.',
    'Acme Inc. said so. | He joined Acme Inc. | The firm grew.',
    'He said... | Then he left.',
    '(He left.) | Then she did.',
    'Visit example.com today. | Ask for Dr. No.',
    'She said: “I won.” | He didn’t.',
    'In 2023. | The year after.',
    'Is it? | Yes! | Good.',
    'Martin Luther King Jr. Day is in January. | He was a Jr. | His son too.',
  ])('%s', (marked) => expect(read(marked.replaceAll(' | ', ' '))).toEqual(marked.split(' | ')));

  test('never crosses a block', () => expect(read('He met Mr.\nDoe.\n\nEnd')).toEqual(['He met Mr.', 'Doe.', 'End']));

  test('is found at once in a word as long as the field allows', () => {
    for (const hostile of ['.', 'A.', 'a', ' ', '.”', 'Mr. '])
      expect(sentences(hostile.repeat(50_000), 'en')).toBeDefined();
  }, 5000);
});

const text = 'One is here. Two is “here.” Three.\nFour is here. Five.\n\nSix.';
const at = (words: string) => text.indexOf(words);
const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);

describe('the sentence at the caret', () => {
  test.each([
    [0, 'One is here.'],
    [at('Two'), 'Two is “here.”'],
    [at(' Two'), 'One is here.'],
    [at('Three.') + 6, 'Three.'],
    [at('Four'), 'Four is here.'],
    [text.length, 'Six.'],
  ])('at %i', (offset, sentence) => expect(words(sentenceAt(text, offset, 'en'))).toBe(sentence));

  test('is none in an empty block', () => expect(sentenceAt(text, at('\n\n') + 1, 'en')).toBeNull());
});

describe('the sentences that a claim touches', () => {
  const touching = (from: string, to = from) =>
    words(sentencesTouching(text, { start: at(from), end: at(to) + to.length }, 'en'));
  test('are the one it stands in', () => expect(touching('is “here')).toBe('Two is “here.”'));
  test('are all that it runs through', () => expect(touching('here. Two')).toBe('One is here. Two is “here.”'));
  test('do not grow when it is a whole sentence', () => expect(touching('Four is here.')).toBe('Four is here.'));
  test('go on in the next block', () => expect(touching('Three', 'Four')).toBe('Three.\nFour is here.'));

  test('always hold the claim and lie within its blocks', () => {
    const prose = fc.array(fc.constantFrom('Mr. ', 'She ', 'ran. ', '“No?” ', '\n', 'U.S. ', '3.5 ', '🌳! ', ' '), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (parts, a, b) => {
        const page = parts.join('');
        const [start, end] = [a % (page.length + 1), b % (page.length + 1)].sort((x, y) => x - y) as [number, number];
        const found = sentencesTouching(page, { start, end }, 'en');
        expect(found.start).toBeLessThanOrEqual(start);
        expect(found.end).toBeGreaterThanOrEqual(end);
        expect(page.slice(found.start, start)).not.toContain('\n');
        expect(page.slice(end, found.end)).not.toContain('\n');
      }),
      { numRuns: trials(1000) },
    );
  });
});

test('the caret steps through the sentences and back, and a selection from end to end', () => {
  const starts: number[] = [];
  for (let offset = 0; offset < text.length; offset = sentenceStep(text, offset, 'next', 'en')) starts.push(offset);
  expect(starts).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(at));
  for (let offset = text.length; offset > 0; ) {
    offset = sentenceStep(text, offset, 'previous', 'en');
    expect(offset).toBe(starts.pop());
  }
  const end = sentenceStep(text, at('Three'), 'end', 'en');
  expect(text.slice(at('Three'), end)).toBe('Three.');
  expect(text.slice(at('Three'), sentenceStep(text, end, 'end', 'en'))).toBe('Three.\nFour is here.');
});
