/** The words of a language that turn a statement round, doubt it, or count, with spaces between. */
type Lexicon = { negations: string; modals: string; numbers: string };

/**
 * By language, in lower case and plain typography. A word that is negation or modality in one language may be something
 * else in another ("no" in Portuguese, "die" in English), so each is read in its own language only. A word with an
 * apostrophe is read in its parts: "t" is the end of "didn't", "n" the start of "n'est". Strings, so that a page that asks for
 * none of it is not sent it.
 */
const LEXICA: Record<string, Lexicon> = {
  en: {
    negations: `
      not t no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely rarely seldom lack lacks
      lacked lacking deny denies denied refuse refuses refused fail fails failed except unless`,
    modals: `
      may might could would should must will shall can ought allegedly reportedly apparently supposedly purportedly
      presumably possibly probably perhaps maybe likely unlikely certainly definitely expected alleged claimed claims
      suspected potential potentially planned plans intends seems seemed appears appeared about almost nearly roughly
      approximately around`,
    numbers: `
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
      eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
      millions billion billions trillion trillions dozen dozens half third quarter double triple twice first second fourth
      fifth sixth seventh eighth ninth tenth percent`,
  },
  de: {
    negations: `
      nicht kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden niemandem nirgends weder noch ohne
      kaum selten außer`,
    modals: `
      kann können könnte könnten konnte konnten darf dürfen dürfte dürften muss müssen müsste müssten soll sollen sollte
      sollten will wollen würde würden wird werden mag möge möglicherweise vielleicht wohl angeblich mutmaßlich vermutlich
      offenbar anscheinend wahrscheinlich voraussichtlich etwa rund knapp fast beinahe ungefähr`,
    numbers: `
      null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
      achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen
      milliarde milliarden billion billionen dutzend halb hälfte drittel viertel doppelt dreifach erste ersten zweite
      zweiten dritte dritten prozent`,
  },
  fr: {
    negations: `
      ne n pas non jamais aucun aucune rien ni sans guère nul nulle sauf`,
    modals: `
      peut peuvent pourrait pourraient doit doivent devrait devraient serait seraient aurait auraient probablement
      peut-être sûrement apparemment présumé présumée prétendument environ presque quasi vraisemblablement`,
    numbers: `
      zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
      cinquante soixante cent cents mille million millions milliard milliards douzaine moitié tiers quart double triple
      premier première deuxième troisième`,
  },
  es: {
    negations: 'no nunca jamás nadie nada ningún ninguno ninguna ni sin tampoco apenas salvo excepto',
    modals: `
      puede pueden podría podrían debe deben debería deberían habría habrían sería serían quizá quizás probablemente
      posiblemente supuestamente presuntamente presunto presunta aparentemente casi alrededor aproximadamente`,
    numbers: `
      cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta
      cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones docena mitad tercio cuarto doble triple
      primer primero primera segundo segunda tercero tercera`,
  },
  it: {
    negations: 'non no mai nessuno nessuna nessun niente nulla né senza neanche nemmeno neppure tranne',
    modals: `
      può possono potrebbe potrebbero deve devono dovrebbe dovrebbero sarebbe sarebbero avrebbe avrebbero forse
      probabilmente presumibilmente presunto presunta apparentemente circa quasi`,
    numbers: `
      zero due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta quaranta cinquanta cento
      mille mila milione milioni miliardo miliardi metà terzo quarto doppio triplo primo prima secondo seconda`,
  },
  pt: {
    negations: 'não nunca jamais ninguém nada nenhum nenhuma nem sem tampouco exceto',
    modals: `
      pode podem poderia poderiam deve devem deveria deveriam seria seriam teria teriam talvez provavelmente
      supostamente aparentemente alegadamente cerca quase aproximadamente`,
    numbers: `
      zero dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta quarenta cinquenta cem cento
      mil milhão milhões bilhão bilhões metade terço quarto dobro triplo primeiro primeira segundo segunda`,
  },
  nl: {
    negations: 'niet geen nooit niemand niets nergens noch zonder nauwelijks behalve',
    modals: `
      kan kunnen kon konden zou zouden moet moeten mag mogen zal zullen wil willen misschien mogelijk waarschijnlijk
      vermoedelijk vermeend ongeveer bijna circa`,
    numbers: `
      nul een één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig honderd duizend
      miljoen miljard helft derde kwart dubbel eerste tweede procent`,
  },
  ru: {
    negations: 'не ни нет никогда никто ничего никакой без нельзя',
    modals:
      'может могут мог могла могли должен должна должны возможно вероятно якобы предположительно бы почти около примерно',
    numbers: `
      ноль один одна два две три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч миллион миллиона
      миллионов миллиард миллиарда миллиардов половина треть четверть вдвое первый второй третий`,
  },
  uk: {
    negations: 'не ні немає ніколи ніхто нічого жоден без',
    modals: 'може можуть міг могла могли повинен повинна повинні можливо ймовірно нібито би майже близько приблизно',
    numbers:
      'нуль один одна два дві три чотири пять шість сім вісім девять десять сто тисяча тисяч мільйон мільйонів мільярд',
  },
  pl: {
    negations: 'nie nigdy nikt nic żaden żadna żadne ani bez brak',
    modals: 'może mogą mógł mogła mogli musi muszą powinien powinna rzekomo podobno prawdopodobnie chyba prawie około',
    numbers:
      'zero jeden jedna dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc tysięcy milion',
  },
  sv: {
    negations: 'inte ej icke aldrig ingen inget inga utan varken knappt',
    modals: 'kan kunde ska skulle måste bör borde får vill kanske troligen möjligen påstås cirka nästan ungefär',
    numbers: 'noll två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen miljon miljoner miljard miljarder',
  },
  tr: {
    negations: 'değil yok hiç asla hiçbir olmadan',
    modals: 'belki muhtemelen iddiası sözde olabilir gerekir yaklaşık neredeyse',
    numbers: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz elli yüz bin milyon milyar yarım yüzde',
  },
  ar: {
    negations: 'لا لم لن ليس ليست ما غير دون بدون أبدا',
    modals: 'قد ربما يمكن يجب سوف يزعم مزعوم محتمل حوالي تقريبا نحو',
    numbers: 'صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة مائة ألف آلاف مليون ملايين مليار نصف',
  },
  he: {
    negations: 'לא אין אינו אינה אינם בלי ללא מעולם',
    modals: 'אולי ייתכן עשוי עשויה עלול עלולה חייב צריך יכול יכולה לכאורה כנראה כמעט בערך',
    numbers:
      'אפס אחד אחת שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שבעה שמונה תשעה עשרה מאה אלף אלפים מיליון מיליארד חצי',
  },
  hi: {
    negations: 'नहीं न मत कभी बिना',
    modals: 'शायद सकता सकते सकती चाहिए संभवतः कथित लगभग करीब',
    numbers: 'शून्य एक दो तीन चार पांच छह सात आठ नौ दस सौ हजार लाख करोड़ आधा',
  },
  zh: {
    negations: '不 没 沒 未 非 无 無 否 别 勿 没有 沒有 不是 并非 从未 尚未 不会 不能',
    modals: '可能 也许 或许 大概 应该 应 必须 将 会 能 据称 据说 涉嫌 疑似 预计 大约 约 几乎 近',
    numbers: '零 一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半 倍',
  },
  ja: {
    negations: 'ない なかった ません ず ぬ 無 非 未 不',
    modals: 'かもしれない だろう でしょう べき らしい ようだ 可能性 恐れ 見込み とみられる 約 ほぼ',
    numbers: '零 一 二 三 四 五 六 七 八 九 十 百 千 万 億 兆 半',
  },
};

export type Lexical = Record<keyof Lexicon | 'dates', ReadonlySet<string>>;

/** A day of each month and of each day of the week. */
const someDays = (): Date[] => [
  ...Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 1))),
  ...Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day))),
];

/**
 * The names of months and weekdays of the language in each form that a date gives them, as it sets them. Of the short
 * ones, only months': "So", in German a Sunday, opens many a sentence.
 */
function calendar(language: string): string[] {
  const dated = { day: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;
  const formats = [
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { ...dated, weekday: 'long', month: 'long' }),
    new Intl.DateTimeFormat(language, { ...dated, month: 'short' }),
  ];
  return formats
    .flatMap((format) => someDays().flatMap((day) => format.formatToParts(day)))
    .filter(({ type }) => type === 'month' || type === 'weekday')
    .map(({ value }) => value.replace(/\.$/u, ''));
}

/** "Yesterday", "today", "tomorrow" in the language. */
function nearDays(language: string): string[] {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return [-1, 0, 1].map((days) => format.format(days, 'day'));
}

const words = (list: string): string[] => list.split(/\s+/u).filter((word) => word !== '');

const UNKNOWN: Lexicon = { negations: '', modals: '', numbers: '' };

function make(language: string): Lexical {
  const { negations, modals, numbers } = LEXICA[language.split('-')[0]!.toLowerCase()] ?? UNKNOWN;
  const dates = [...calendar(language), ...nearDays(language)].filter((word) => /\p{L}/u.test(word));
  return {
    negations: new Set(words(negations)),
    modals: new Set(words(modals)),
    numbers: new Set(words(numbers)),
    dates: new Set(dates),
  };
}

const made = new Map<string, Lexical>();

/** The lexicon of a language, made once. Of a language without one only the calendar is known; an ill-formed tag is read as English. */
export function lexiconOf(language: string): Lexical {
  const known = made.get(language);
  if (known) return known;
  let lexicon: Lexical;
  try {
    lexicon = make(language);
  } catch {
    lexicon = make('en');
  }
  made.set(language, lexicon);
  return lexicon;
}
