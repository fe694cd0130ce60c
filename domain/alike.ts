import { isUnspaced, tokensOf } from './search/words';

/** A word of a statement that tells what it is about, with how much it tells. */
type Told = { word: string; weight: number };

/** How often a word occurs: in how many of `of` things of the desk. */
export type Frequencies = { of: number; in: ReadonlyMap<string, number> };

/** How alike two statements are, and in what they part nevertheless. */
export type Likeness = {
  /** from 0, nothing in common, to 1, the same words */
  score: number;
  /** one says that something is so, the other that it is not */
  opposite: boolean;
  /** numbers that stand in one of them alone */
  numbers: boolean;
};

/** From here on two statements are most likely about the same; below `SOME` they are not worth a look. */
export const MUCH = 0.6;
export const SOME = 0.34;

/** Numbers and names tell more of what a statement is about than other words that are as rare. */
const NUMBER = 1.5;
const NAME = 1.3;

/** Words that turn a statement round, in the languages that desks have asked for; folded as `tokensOf` folds. */
const NEGATIONS = new Set(
  'not no never none nor neither without cannot nicht kein keine keinen keiner keines nie niemals ohne ne pas jamais aucun aucune sans no nunca jamas ningun ninguna sin non mai nessun nessuna senza nao nem sem niet geen nooit zonder inte ingen inget aldrig ikke ingen nie не ни нет никогда без ليس لم لن لا ما'.split(
    ' ',
  ),
);
/** What is left of don’t, isn’t, won’t: a t of its own after a word that ends so. */
const SHORTENED = new Set([
  'don',
  'doesn',
  'didn',
  'isn',
  'aren',
  'wasn',
  'weren',
  'won',
  'can',
  'couldn',
  'shouldn',
  'wouldn',
  'hasn',
  'haven',
  'hadn',
]);

const isNumber = (word: string): boolean => /^\p{Nd}+$/u.test(word);

type Read = { words: Map<string, { name: boolean; number: boolean }>; negated: boolean };

/** What a statement says, word by word; characters of scripts without spaces go in pairs. */
function read(statement: string): Read {
  const tokens = tokensOf(statement);
  const words: Read['words'] = new Map();
  let negations = 0;
  for (const [index, { word, start }] of tokens.entries()) {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (NEGATIONS.has(word) || (word === 't' && before && SHORTENED.has(before.word))) {
      negations += 1;
      continue;
    }
    if (isUnspaced(word)) {
      if (next && isUnspaced(next.word)) words.set(word + next.word, { name: false, number: false });
      continue;
    }
    const name = index > 0 && /^\p{Lu}/u.test(statement.slice(start, start + 2));
    words.set(word, { name: name || (words.get(word)?.name ?? false), number: isNumber(word) });
  }
  return { words, negated: negations % 2 === 1 };
}

/** The words of a statement that candidates are looked for by, as the index has them: a pair of characters is a phrase. */
export const tellingWords = (statement: string): string[][] =>
  [...read(statement).words.keys()].map((word) => (isUnspaced(word) ? [...word] : [word]));

/** How much a word tells by how rare it is (its inverse document frequency); of a pair, as much as its rarer character. */
function rarity(word: string, { of, in: found }: Frequencies): number {
  const parts = isUnspaced(word) ? [...word] : [word];
  const most = Math.min(...parts.map((part) => found.get(part) ?? 0));
  return Math.log(1 + of / (1 + most));
}

const weightOf = (word: string, { name, number }: { name: boolean; number: boolean }, known: Frequencies): number =>
  rarity(word, known) * (number ? NUMBER : name ? NAME : 1);

/** How long a beginning two forms of a word must share, and by how many letters their ends may differ. */
const STEM = 4;
const ENDING = 3;

/** How far two words are the same: whole, or forms of one word (passenger, passengers; zählen, zählte). */
function sameness(a: string, b: string): number {
  if (a === b) return 1;
  if (isNumber(a) || isNumber(b) || isUnspaced(a)) return 0;
  let begin = 0;
  while (begin < a.length && a[begin] === b[begin]) begin += 1;
  const rest = Math.max(a.length, b.length) - begin;
  return begin >= STEM && rest <= ENDING && begin >= rest * 2 ? 0.85 : 0;
}

const weighed = (words: Read['words'], known: Frequencies): Told[] =>
  [...words].map(([word, is]) => ({ word, weight: weightOf(word, is, known) }));

/** What of some words stands among others too, by weight. */
const shared = (some: Told[], others: Told[]): number =>
  some.reduce(
    (sum, { word, weight }) => sum + weight * Math.max(0, ...others.map((other) => sameness(word, other.word))),
    0,
  );

const sum = (words: Told[]): number => words.reduce((total, { weight }) => total + weight, 0);

/**
 * How alike two statements are: what they share of all that they say, each word by how rare it is, numbers and names
 * for more. A longer statement that holds all of a shorter one counts for more than its share of words. A negation is no
 * word of either: it is told apart, since the opposite of a claim is about the same matter.
 */
export function likeness(one: string, other: string, known: Frequencies): Likeness {
  const [a, b] = [read(one), read(other)];
  const [first, second] = [weighed(a.words, known), weighed(b.words, known)];
  if (first.length === 0 || second.length === 0) return { score: 0, opposite: false, numbers: false };
  const [inFirst, inSecond] = [shared(first, second), shared(second, first)];
  const common = (inFirst + inSecond) / 2;
  const union = sum(first) + sum(second) - common;
  const held = Math.max(inFirst / sum(first), inSecond / sum(second));
  const numbersOf = ({ words }: Read) => [...words.keys()].filter(isNumber).sort().join(' ');
  return {
    score:
      0.75 * (common / union) + 0.25 * held * Math.min(1, first.length / second.length, second.length / first.length),
    opposite: a.negated !== b.negated,
    numbers: numbersOf(a) !== numbersOf(b),
  };
}
