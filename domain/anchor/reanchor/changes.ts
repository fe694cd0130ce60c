import { type ChangeKind, changeKinds } from './change-kind';
import { alignGap } from './gap';
import { type Lexical, lexiconOf } from './lexicon';
import { kindOf } from './vocabulary';
import type { Word } from './words';

/** Cells of the table that compares two passages: longer ones are told apart by their ends only. */
const TABLE = 1_000_000;

/** The two passages without the words that both begin with, and that both end with. */
function middles(old: Word[], now: Word[]): { old: Word[]; now: Word[] } {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head]!.text === now[head]!.text) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail)!.text === now.at(-1 - tail)!.text) tail += 1;
  return { old: old.slice(head, old.length - tail), now: now.slice(head, now.length - tail) };
}

/** The words of either passage that the other does not say in that place. */
export function differing(oldWords: Word[], newWords: Word[]): Word[] {
  const { old, now } = middles(oldWords, newWords);
  if (old.length * now.length > TABLE) return [...old, ...now];
  const words = [...new Set([...old, ...now].map(({ text }) => text))];
  const ids = new Map(words.map((word, id) => [word, id]));
  const kinds = words.map(kindOf);
  const idsOf = (of: Word[]) => of.map(({ text }) => ids.get(text)!);
  const same = alignGap(idsOf(old), idsOf(now), { words, kinds }).filter(({ a, b }) => old[a]!.text === now[b]!.text);
  const [stood, stands] = [new Set(same.map(({ a }) => a)), new Set(same.map(({ b }) => b))];
  return [...old.filter((_, at) => !stood.has(at)), ...now.filter((_, at) => !stands.has(at))];
}

const DIGIT = /\p{Nd}/u;
const YEAR = /^(1[5-9]|20|21)\p{Nd}{2}$/u;
const DAY = /^([1-9]|0[1-9]|[12]\p{Nd}|3[01])(st|nd|rd|th)?$/u;
/** A single capital may be "I", or an initial whose name tells. */
const CAPITAL = /^\p{Lu}[\p{L}\p{M}]/u;
const CAPITALS = /^\p{Lu}{2,}$/u;
const MONEY = /^[\p{Sc}%‰]$/u;
const HAN = /^\p{sc=Han}/u;
/** What follows the figures of a date in the East. */
const OF_A_DATE = /^[年月日號号년월일]$/u;
/** Languages that write every noun with a capital: there two in a row, or all capitals, make a name. */
const CAPITAL_NOUNS = /^(de|lb|gsw)(-|$)/iu;

/** Whether a list has the word or a part of it. */
function has(list: ReadonlySet<string>, { text }: Word): boolean {
  const word = text.toLowerCase();
  return list.has(word) || (word.includes("'") && word.split("'").some((part) => list.has(part)));
}

/** The same in Chinese and Japanese too, where a word begins with its negation or its figure. */
const begins = (list: ReadonlySet<string>, word: Word): boolean =>
  has(list, word) || (HAN.test(word.text) && list.has(word.text[0]!));

const isDateWord = ({ dates }: Lexical, text: string, opens: boolean): boolean =>
  dates.has(text) || OF_A_DATE.test(text) || (opens && dates.has(text.toLowerCase()));

/** Whether it is the day or year of a date that names its month. */
const isInDate = (lexicon: Lexical, { text, before, after }: Word): boolean =>
  (DAY.test(text) || YEAR.test(text)) && [before, after].some((beside) => isDateWord(lexicon, beside, false));

/** What is known of the language and of the texts. */
export type Reading = { language: string; isCommon: (word: string) => boolean };

function isName({ text, opens, before, after }: Word, { language, isCommon }: Reading): boolean {
  if (CAPITALS.test(text)) return true;
  if (!CAPITAL.test(text)) return false;
  if (CAPITAL.test(after) || (!opens && CAPITAL.test(before))) return true;
  if (CAPITAL_NOUNS.test(language)) return false;
  return !opens || !isCommon(text);
}

/** What a word that changed is; none when it is like any other. */
function* kindsOf(word: Word, lexicon: Lexical, reading: Reading): Generator<ChangeKind> {
  if (word.quoted || word.text === '"') yield 'quotation';
  if (!word.spoken && !MONEY.test(word.text)) return;
  const modal = has(lexicon.modals, word);
  const dated = !(modal && !CAPITAL.test(word.text)) && isDateWord(lexicon, word.text, word.opens);
  if (dated || isInDate(lexicon, word) || YEAR.test(word.text)) yield 'date';
  const figure = (DIGIT.test(word.text) && !isInDate(lexicon, word)) || MONEY.test(word.text);
  if (figure || begins(lexicon.numbers, word)) yield 'number';
  if (begins(lexicon.negations, word)) yield 'negation';
  if (modal && !dated) yield 'modality';
  if (!dated && !figure && isName(word, reading)) yield 'name';
}

/** What kinds of change make the new words out of the old ones, the most telling first; never none. */
export function changesBetween(old: Word[], now: Word[], reading: Reading): ChangeKind[] {
  const lexicon = lexiconOf(reading.language);
  const kinds = new Set<ChangeKind>();
  for (const word of differing(old, now)) {
    const found = [...kindsOf(word, lexicon, reading)];
    if (found.length === 0 && word.spoken) kinds.add('wording');
    for (const kind of found) kinds.add(kind);
  }
  if (kinds.size === 0) kinds.add('wording');
  return changeKinds.filter((kind) => kinds.has(kind));
}
