/** Numbers between 0 and 1 that are the same in every run (mulberry32, by Tommy Ettinger). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How words of an invented language sound, and how a text of it is set. */
type Tongue = { language: string; syllables: string[]; words: number; between: string; stop: string };

const split = (syllables: string): string[] => syllables.split(' ');

/** Four invented languages: two in Latin letters, one of them with accents, one in Arabic and one in Han characters. */
export const tongues: readonly Tongue[] = [
  {
    language: 'en',
    syllables: split('ba ker tol min sa dor vel ane ruk ith mo pel gar ist ona lue fen cra dis wor'),
    words: 20_000,
    between: ' ',
    stop: '. ',
  },
  {
    language: 'fr',
    syllables: split('été là rou çan vê île bré noi sou tré mai gné fou lec pâ que ôme dur vil ché'),
    words: 20_000,
    between: ' ',
    stop: '. ',
  },
  { language: 'ar', syllables: split('با كر تو لم سد نا رق ها في مل عد شو'), words: 5_000, between: ' ', stop: '. ' },
  {
    language: 'zh',
    syllables: split('港 口 船 客 数 月 市 长 报 告 钱 路 水 电 学 校 医 院 车 站 新 高 低 年'),
    words: 5_000,
    between: '',
    stop: '。',
  },
];

/** The word of a language at a place in the order of how often words occur: the common ones are the short ones. */
export function wordAt({ syllables }: Tongue, place: number): string {
  let word = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
}

/** Somebody or something that has a name in every language. */
export const nameAt = (place: number): string => {
  const [first, last] = [wordAt(tongues[0]!, place % 400), wordAt(tongues[0]!, 400 + (place % 7_000))];
  return `${capital(first)} ${capital(last)}`;
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A place in that order, drawn so that few words make up most of a text, as in any language. */
const drawn = (random: () => number, words: number): number => Math.floor(words ** random()) - 1;

export type Sentences = { tongue: Tongue; sentence: (words: number) => string };

/** Sentences of a language; one in four names somebody, one in five tells a number. */
export function sentencesOf(tongue: Tongue, random: () => number): Sentences {
  const sentence = (words: number): string => {
    const parts = Array.from({ length: words }, () => wordAt(tongue, drawn(random, tongue.words)));
    if (random() < 0.25) parts.splice(1, 0, nameAt(drawn(random, 3000)));
    if (random() < 0.2) parts.push(Math.floor(random() * 90_000 + 100).toLocaleString('en-GB'));
    return capital(parts.join(tongue.between));
  };
  return { tongue, sentence };
}
