/** Scripts that tell their language, the more particular first. Han alone is Chinese: Japanese mixes it with kana. */
const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґ]/giu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
];

const COMMON_WORDS: [string, Set<string>][] = Object.entries({
  en: 'the of and to in that is was for on with said',
  de: 'der die und das den von zu mit ist des nicht ein auch',
  fr: 'le la les des et en du une est que dans pour',
  es: 'el la los las de que y en del por una con para',
  it: 'il di che la e un per non del della con sono',
  pt: 'o de que e do da em um para com uma os não',
  nl: 'de het een van en in is dat op te voor met niet',
}).map(([language, words]) => [language, new Set(words.split(' '))]);

const hits = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language a text seems to be in, by its script and its commonest words; `en` when nothing tells. */
export function guessedLanguage(text: string): string {
  const sample = text.slice(0, 4000);
  const letters = hits(sample, /\p{L}/gu);
  const byScript = SCRIPTS.find(([script, language]) => {
    const share = hits(sample, script) / Math.max(1, letters);
    return share > (language === 'uk' ? 0.02 : language === 'ja' ? 0.1 : 0.4);
  });
  if (byScript) return byScript[1];
  const words = sample.toLowerCase().split(/[^\p{L}]+/u);
  let best = { language: 'en', found: words.length / 12 };
  for (const [language, common] of COMMON_WORDS) {
    const found = words.filter((word) => common.has(word)).length;
    if (found > best.found) best = { language, found };
  }
  return best.language;
}
