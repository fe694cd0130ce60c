import { expect, it } from 'vitest';
import { searchQueryOf, withoutPart } from '@/domain/search/query';

const verdicts = [
  { key: 'false', label: 'False' },
  { key: 'mostly-false', label: 'Mostly false' },
  { key: 'true', label: 'True' },
];
const read = (typed: string) => searchQueryOf(typed, verdicts);
const phrases = (typed: string) =>
  read(typed).phrases.map(({ words, prefix, not }) => `${not ? '-' : ''}${words.join(' ')}${prefix ? '*' : ''}`);
const filters = (typed: string) =>
  read(typed).filters.map(({ name, value, not }) => `${not ? '-' : ''}${name}=${value}`);

it('takes the last word for a beginning, unless it is quoted or a space follows it', () => {
  expect(phrases('ferry passen')).toEqual(['ferry', 'passen*']);
  expect(phrases('ferry passengers ')).toEqual(['ferry', 'passengers']);
  expect(phrases('ferry "carried in June"')).toEqual(['ferry', 'carried in june']);
  expect(phrases('“gezählt am Tag')).toEqual(['gezahlt am tag']);
});

it('folds case, accents and ways of writing a number', () => {
  expect(phrases('CAFÉ naïve 41,200 ')).toEqual(['cafe', 'naive', '41200']);
  expect(phrases('41.200 ')).toEqual(phrases('41\u00a0200 '));
  expect(phrases('東京 ')).toEqual(['東 京']);
  expect(phrases('العَرَبِيَّة ')).toEqual(['العربية']);
});

it('leaves out what has a minus before it', () => {
  expect(phrases('ferry -winter -"port authority" ')).toEqual(['ferry', '-winter', '-port authority']);
  expect(filters('-verdict:false')).toEqual(['-verdict=false']);
});

it('reads filters by name, quoted or not', () => {
  expect(filters('verdict:"mostly false" claimant:"Ines Varga" is:approved type:claim')).toEqual([
    'verdict=mostly-false',
    'claimant=Ines Varga',
    'state=approved',
    'type=claim',
  ]);
  expect(filters('before:2026-11-01 after:2025')).toEqual(['before=2026-11-01', 'after=2025-01-01']);
});

it('says of a filter that nobody knows what to write instead, and searches for the rest', () => {
  expect(read('verdit:false ferry ')).toMatchObject({
    notes: [{ part: 'verdit:false', suggestion: 'verdict:false' }],
    phrases: [{ words: ['ferry'] }],
  });
  expect(read('colour:red ')).toMatchObject({ notes: [{ suggestion: null }], phrases: [{ words: ['red'] }] });
  expect(read('verdict:flase').notes).toMatchObject([{ suggestion: 'verdict:false' }]);
  expect(read('state:waiting').notes[0]?.message).toContain('It is one of draft, submitted');
  expect(read('before:tomorrow').notes[0]?.message).toContain('is no day');
  expect(read('before:2026-02-31').notes).toHaveLength(1);
});

it('takes addresses and times for words', () => {
  expect(read('https://port.example/returns 16:30 note: ').notes).toEqual([]);
  expect(phrases('https://port.example ')).toEqual(['https port example']);
});

it('gives each part as it was typed, to be taken away by itself', () => {
  const typed = 'ferry verdict:false -"winter line" kind:number';
  const { parts } = read(typed);
  expect(parts.map(({ text }) => text)).toEqual(['ferry', 'verdict:false', '-"winter line"', 'kind:number']);
  expect(withoutPart(typed, parts[1]!)).toBe('ferry -"winter line" kind:number');
});
