import { describe, expect, test } from 'vitest';
import { anchorAll, describeSpan } from '@/domain/anchor';
import { follow, spanOf } from './following';

const opening = 'The ferry to Sandhamn carried 41,200 passengers in June, the harbour office said.';
const second = 'A new quay is to open next spring. Nobody has yet been hired to build it.';
const third = 'Fishermen fear for their moorings, and the mayor will not meet them.';
const article = [opening, second, third].join('\n');

describe('a claim whose words and surroundings are the same', () => {
  test.each([
    ['in a text that did not change', article],
    ['when a paragraph is added far from it', `${article}\nThe council meets on Monday in the old town hall.`],
    ['when its paragraph is joined with the next', article.replaceAll('\n', ' ')],
    ['when another paragraph is edited', article.replace('next spring', 'in two years')],
    ['when only the typography around it changes', article.replace('Sandhamn', 'Sand\u00adhamn')],
  ])('is exact %s', (_, text) => {
    expect(follow(article, text, '41,200 passengers in June')).toMatchObject({
      state: 'exact',
      words: '41,200 passengers in June',
      changes: [],
    });
  });
});

describe('a claim whose words stand elsewhere or are set anew', () => {
  const quoted = 'She said: “We don’t pay – not this year…” and left. Then it rained on the town.';
  const straight = 'She said: "We don\'t pay - not this year..." and left. Then it rained on the town.';
  test.each([
    ['its paragraph moves', article, [third, opening, second].join('\n'), 'the mayor will not meet them'],
    ['its paragraph is split within it', article, article.replace('spring. Nobody', 'spring.\nNobody'), second],
    ['what stands beside it changes', article, article.replace('The ferry', 'A boat'), 'to Sandhamn carried 41,200'],
    ['quotation marks, dashes and ellipsis are set in another way', quoted, straight, quoted.slice(10, 41)],
    ['spaces no longer break', article, article.replaceAll(' ', '\u00a0'), opening],
    [
      'accents are composed',
      'Le cafe\u0301 est ferme\u0301 depuis lundi.',
      'Le café est fermé depuis lundi.',
      'cafe\u0301 est ferme\u0301',
    ],
    [
      'letters are full width',
      'Der Ｂｕｎｄ zahlt die ﬁnanzielle Hilfe.',
      'Der Bund zahlt die finanzielle Hilfe.',
      'Ｂｕｎｄ zahlt die ﬁnanzielle',
    ],
    [
      'words are hyphenated for the line',
      article,
      article.replace('passengers', 'passen\u00adgers'),
      '41,200 passengers in June',
    ],
  ])('is moved when %s', (_, before, after, words) => {
    expect(follow(before, after, words)).toMatchObject({ state: 'moved', changes: [] });
  });

  test('moves with its paragraph although other words of that were edited', () => {
    const edited = third.replace('fear for', 'are afraid to lose');
    const found = follow(article, [edited, opening, second].join('\n'), 'the mayor will not meet them');
    expect(found).toMatchObject({ state: 'moved', words: 'the mayor will not meet them' });
  });
});

describe('a claim whose words differ', () => {
  test.each([
    ['by one digit', opening.replace('41,200', '41,300'), '41,200 passengers', '41,300 passengers'],
    [
      'by a "not"',
      opening.replace('carried', 'did not carry'),
      'carried 41,200 passengers',
      'did not carry 41,200 passengers',
    ],
    ['by a superior', opening.replace('June', 'June²'), '41,200 passengers in June', '41,200 passengers in June²'],
    ['by more digits', opening.replace('41,200', '41,200.5'), 'carried 41,200', 'carried 41,200.5'],
    ['by digits before', opening.replace('41,200', '141,200'), '41,200 passengers', '141,200 passengers'],
    [
      'by the ending of a word',
      opening.replace('passengers', 'passengership'),
      '41,200 passengers',
      '41,200 passengership',
    ],
    ['by a comma', opening.replace('passengers in', 'passengers, in'), 'passengers in June', 'passengers, in June'],
    ['by a capital letter', opening.replace('harbour', 'Harbour'), 'harbour office', 'Harbour office'],
    ['at its first word', opening.replace('The', 'A'), 'The ferry to Sandhamn', 'A ferry to Sandhamn'],
    ['at its last word', opening.replace('said', 'says'), 'the harbour office said', 'the harbour office says'],
    [
      'by words added within',
      opening.replace('in June', 'in the month of June'),
      '41,200 passengers in June',
      '41,200 passengers in the month of June',
    ],
    [
      'by words left out',
      opening.replace(' to Sandhamn', ''),
      'The ferry to Sandhamn carried 41,200',
      'The ferry carried 41,200',
    ],
  ])('is changed, keeps its place and holds the new words: %s', (_, changed, words, now) => {
    const text = [changed, second, third].join('\n');
    expect(follow(article, text, words)).toMatchObject({ state: 'changed', words: now });
  });

  test('is changed too where its paragraph moved', () => {
    const edited = third.replace('will not', 'will');
    const found = follow(article, [edited, opening, second].join('\n'), 'the mayor will not meet them');
    expect(found).toMatchObject({ state: 'changed', words: 'the mayor will meet them', changes: ['negation'] });
  });

  test.each([
    ['a figure', '41,200', '39,750'],
    ['a name', 'Sandhamn', 'Grinda'],
    ['the first word of a paragraph', 'The', 'Another'],
    ['two words', 'harbour office', 'port authority'],
  ])('is changed, not lost, when it is no more than %s and that was replaced', (_, words, by) => {
    expect(follow(article, article.replace(words, by), words)).toMatchObject({ state: 'changed', words: by });
  });

  test('is changed when a sentence is put into it', () => {
    const text = article.replace('next spring. ', 'next spring. The state pays. ');
    expect(follow(article, text, second)).toMatchObject({
      state: 'changed',
      words: second.replace('spring. ', 'spring. The state pays. '),
    });
  });
});

describe('a claim whose words are gone', () => {
  test.each([
    ['its paragraph is cut', [opening, third].join('\n'), 'A new quay is to open next spring.'],
    [
      'its paragraph is replaced',
      article.replace(second, 'Tickets will cost more from Monday on, as fuel does.'),
      'A new quay is to open next spring.',
    ],
    [
      'all is replaced',
      'Rain fell on the hills for three days and the roads were closed.',
      '41,200 passengers in June',
    ],
    ['nothing is left', '', '41,200 passengers in June'],
  ])('is lost when %s', (_, text, words) => {
    expect(follow(article, text, words)).toEqual({ state: 'lost', start: null, end: null, changes: [], words: null });
  });

  test('is not pinned to the same words of another passage, which stood there before', () => {
    const before = `${opening} He denied it.\n${second}\n${third} He denied it.`;
    const after = `${second}\n${third} He denied it.`;
    expect(follow(before, after, 'He denied it.', { number: 1 }).state).toBe('lost');
    expect(follow(before, after, 'He denied it.', { number: 2 }).state).not.toBe('lost');
  });
});

describe('a quote that stands more than once', () => {
  const lines = [
    'The council voted yes.',
    'The harbour was closed.',
    'The council voted yes.',
    'The school was opened.',
  ];
  const before = lines.join('\n');

  test.each([1, 2])('keeps to its own surroundings: number %i', (number) => {
    const after = ['It was a long Monday in town.', ...lines].join('\n');
    const found = follow(before, after, 'The council voted yes.', { number });
    expect(found.start).toBe(spanOf(after, 'The council voted yes.', number).start);
  });

  test('is found where it stands when another is added', () => {
    const after = [lines[1], lines[0], lines[3]].join('\n');
    const found = follow(
      [lines[1], lines[0]].join('\n'),
      [lines[0], lines[3], ...after.split('\n')].join('\n'),
      lines[0]!,
    );
    expect(found.start).toBe(after.indexOf(lines[0]!) + lines[0]!.length + lines[3]!.length + 2);
  });
});

describe('words of any script', () => {
  test.each([
    [
      'zh',
      '市长表示，今年将增加三百万元的预算。居民对此表示欢迎。',
      '市长表示，今年将增加五百万元的预算。居民对此表示欢迎。',
      '今年将增加三百万元的预算',
      '今年将增加五百万元的预算',
    ],
    [
      'ja',
      '市長は来年の予算を三百万円増やすと述べた。住民は歓迎した。',
      '市長は来年の予算を五百万円増やすと述べた。住民は歓迎した。',
      '予算を三百万円増やす',
      '予算を五百万円増やす',
    ],
    [
      'th',
      'นายกเทศมนตรีกล่าวว่าจะสร้างโรงเรียนสามแห่ง',
      'นายกเทศมนตรีกล่าวว่าจะสร้างโรงเรียนสองแห่ง',
      'สร้างโรงเรียนสามแห่ง',
      'สร้างโรงเรียนสองแห่ง',
    ],
    [
      'ar',
      'قال العمدة إن 300 شخص حضروا الاجتماع يوم الاثنين.',
      'قال العمدة إن 500 شخص حضروا الاجتماع يوم الاثنين.',
      '300 شخص حضروا',
      '500 شخص حضروا',
    ],
    [
      'he',
      'ראש העיר אמר כי שלושה בתי ספר ייפתחו השנה.',
      'ראש העיר אמר כי ארבעה בתי ספר ייפתחו השנה.',
      'שלושה בתי ספר',
      'ארבעה בתי ספר',
    ],
    [
      'ru',
      'Мэр сказал, что три школы откроются осенью.',
      'Мэр сказал, что две школы откроются осенью.',
      'три школы откроются',
      'две школы откроются',
    ],
    ['hi', 'महापौर ने कहा कि तीन स्कूल खुलेंगे।', 'महापौर ने कहा कि चार स्कूल खुलेंगे।', 'तीन स्कूल खुलेंगे', 'चार स्कूल खुलेंगे'],
  ])('%s', (language, before, after, words, now) => {
    expect(follow(before, after, words, { language })).toMatchObject({ state: 'changed', words: now });
    expect(follow(before, before, words, { language })).toMatchObject({ state: 'exact', words });
  });

  test('a line broken between characters that no space parts changes nothing', () => {
    const before = '市长表示，今年将增加三百万元的预算。居民对此表示欢迎。';
    const after = before.replace('增加三百', '增加\n三百');
    expect(follow(before, after, '今年将增加三百万元的预算', { language: 'zh' }).state).toBe('moved');
  });

  test('emoji and letters beyond the basic plane are never cut', () => {
    const before = 'The 👩🏽‍🚒 crew of 𝒜 station saved 3 people.';
    expect(follow(before, before.replace('3', '4'), '👩🏽‍🚒 crew of 𝒜 station saved 3')).toMatchObject({
      state: 'changed',
      words: '👩🏽‍🚒 crew of 𝒜 station saved 4',
    });
  });
});

describe('claims that are drawn anyhow', () => {
  test('within a word, they stay within it', () => {
    expect(follow(article, `New.\n${article}`, 'ferr')).toMatchObject({ state: 'exact', words: 'ferr' });
  });

  test('with white space at their ends, they are found', () => {
    expect(follow(article, `New.\n${article}`, ' to Sandhamn ').words?.trim()).toBe('to Sandhamn');
  });

  test('over paragraphs, they follow when a paragraph is put between', () => {
    const found = follow(article, article.replace('\nFisher', '\nIt rained.\nFisher'), `${second}\n${third}`);
    expect(found).toMatchObject({ state: 'changed', words: `${second}\nIt rained.\n${third}` });
  });

  test('on marks and white space only, they are followed or lost, and harm no other', () => {
    const claims = ['.', '\n', ' ', 'mayor'].map((words) => describeSpan(article, spanOf(article, words)));
    const found = anchorAll(article, `New.\n${article}`, claims);
    expect(found.at(-1)).toMatchObject({ state: 'exact' });
  });

  test('an empty one is lost', () => {
    expect(anchorAll(article, article, [describeSpan(article, { start: 3, end: 3 })])[0]!.state).toBe('lost');
  });

  test('in a language that is none, they are read as English', () => {
    const found = follow(article, article.replace('41,200', '41,300'), '41,200 passengers', { language: '?!' });
    expect(found.changes).toEqual(['number']);
  });
});

test('a stored quote that the old text does not say at its place is looked for where it says it', () => {
  const anchor = { ...describeSpan(article, spanOf(article, '41,200 passengers')), start: 0, end: 17 };
  const [found] = anchorAll(article, `New.\n${article}`, [anchor]);
  expect(`New.\n${article}`.slice(found!.start!, found!.end!)).toBe('41,200 passengers');
});
