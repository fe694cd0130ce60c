import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfDoc } from '@/domain/doc';
import { isWellFormed } from '@/domain/text';
import type { Given, ImportedArticle } from '@/formats/import';
import { importText } from '@/formats/import/text';
import { trials } from '../../trials';

const BODY = [
  'The council of Harbour City voted 7–2 on Thursday to raise the sea wall by 40 centimetres, officials said.',
  '“We will not wait for the next flood,” Mayor Ada Quill told reporters. “It’s time.”',
  'Work is to begin in March.',
];

function imported(content: string, given: Given = {}): ImportedArticle {
  const result = importText(content, given);
  if (!result.ok) throw new Error(result.refusal.problems[0]?.message);
  return result.value;
}

const refusal = (content: string, given: Given = {}) => {
  const result = importText(content, given);
  return result.ok ? null : { kind: result.refusal.kind, rule: result.refusal.problems[0]?.rule };
};

const above = (...lines: string[]) => imported([...lines, ...BODY].join('\n\n'));
const below = (...lines: string[]) => imported([...BODY, ...lines].join('\n\n'));

describe('an article as a newspaper’s page gives it', () => {
  const page = imported(
    [
      '- The Example Times - Friday, October 25, 2024',
      ...BODY,
      '• Jane Doe can be reached at jdoe@example.com.',
      'Copyright © 2024 The Example Times, LLC. Click here for reprint permission.',
      'Please read our comment policy before commenting.',
    ].join('\n\n'),
  );

  it('tells publication, date and contact', () => {
    expect(page).toMatchObject({
      publication: 'The Example Times',
      publishedOn: '2024-10-25',
      byline: null,
      contact: { name: 'Jane Doe', email: 'jdoe@example.com' },
      language: 'en',
    });
  });

  it('keeps the paragraphs as they were, quotation marks and all', () => {
    expect(page.text.split('\n')).toEqual(BODY);
    expect(textOfDoc(page.doc)).toBe(BODY.join('\n'));
  });

  it('sets the rest aside, in its place and with a reason', () => {
    expect(page.setAside.map(({ line, role }) => [line, role])).toEqual([
      [0, 'publication'],
      [4, 'contact'],
      [5, 'copyright'],
      [6, 'comment-policy'],
    ]);
    expect(page.lines).toHaveLength(7);
    expect(page.setAside.every(({ reason }) => reason.endsWith('.'))).toBe(true);
  });

  it('suggests its first sentence for a title', () => {
    expect(page.title).toBe(
      'The council of Harbour City voted 7–2 on Thursday to raise the sea wall by 40 centimetres, officials said',
    );
  });
});

describe('lines above an article', () => {
  it.each<[string, string[], Partial<ImportedArticle>]>([
    ['a title', ['Council votes to raise sea wall'], { title: 'Council votes to raise sea wall' }],
    ['a title that asks', ['Will the wall hold?'], { title: 'Will the wall hold?' }],
    ['a marked title', ['# Council votes'], { title: 'Council votes' }],
    [
      'title, byline, date',
      ['Sea wall to rise', 'By Jane Doe', 'Oct. 25, 2024, 5:30 p.m. ET'],
      { title: 'Sea wall to rise', byline: 'Jane Doe', publishedOn: '2024-10-25' },
    ],
    [
      'publication, title, two authors, British date',
      ['The Example Herald', 'Sea wall to rise', 'By Jane Doe and John Roe', 'Fri 25 Oct 2024 06.00 BST'],
      {
        title: 'Sea wall to rise',
        publication: 'The Example Herald',
        byline: 'Jane Doe and John Roe',
        publishedOn: '2024-10-25',
      },
    ],
    [
      'one line for all, after a standfirst',
      ['Sea wall to rise', 'Residents had asked for it for years', 'By Jane Doe | The Example Post | 25 October 2024'],
      { byline: 'Jane Doe', publication: 'The Example Post', publishedOn: '2024-10-25' },
    ],
    [
      'an author with job and paper',
      ['By Jane Doe, Staff Writer, The Example Tribune', 'Published: 2024-10-25T14:00:00Z'],
      { byline: 'Jane Doe', publication: 'The Example Tribune', publishedOn: '2024-10-25' },
    ],
    [
      'an author by job',
      ['Jane Doe, Staff Writer', 'Updated 14:05 GMT, 25 October 2024'],
      { byline: 'Jane Doe', publishedOn: '2024-10-25' },
    ],
    [
      'an agency',
      ['By The Associated Press', 'July 4th, 2023'],
      { byline: 'The Associated Press', publishedOn: '2023-07-04' },
    ],
    ['capitals', ['BY JANE DOE', 'FRIDAY, OCTOBER 25, 2024'], { byline: 'JANE DOE', publishedOn: '2024-10-25' }],
    [
      'a web address for a paper',
      ['example.com | Sept. 3, 2023'],
      { publication: 'example.com', publishedOn: '2023-09-03' },
    ],
    [
      'labels',
      ['Title: Sea wall to rise', 'Source: Example Weekly', 'Author: Jane Doe', 'Date: 25/10/2024'],
      {
        title: 'Sea wall to rise',
        publication: 'Example Weekly',
        byline: 'Jane Doe',
        publishedOn: '2024-10-25',
      },
    ],
    [
      'an author with address',
      ['By Jane Doe jane@example.com', '3 min read'],
      {
        byline: 'Jane Doe',
        contact: { name: 'Jane Doe', email: 'jane@example.com' },
      },
    ],
    ['a date that could be two', ['By Jane Doe', '04/05/2024'], { byline: 'Jane Doe', publishedOn: null }],
    ['a name beyond ASCII', ['Par-delà', 'By Łucja Ångström-O’Neill'], { byline: 'Łucja Ångström-O’Neill' }],
  ])('are read: %s', (_, lines, expected) => {
    const article = above(...lines);
    expect(article).toMatchObject(expected);
    expect(article.text).toMatch(new RegExp(`(^|\n)${BODY[0]}`));
  });

  it.each([
    'HARBOUR CITY (AP) — The council voted on Thursday.',
    'By Friday, the river had fallen by a metre.',
    'By Friday the river had fallen.',
    'On Friday, October 25, 2024, the council met.',
    'October 25, 2024 was the wettest day on record.',
    'Copyright law was rewritten on Friday.',
    'Source: the council’s own figures, which nobody checked.',
    '“The Example Times got it wrong,” she said.',
  ])('that are article stay article: %s', (line) => {
    expect(above(line).text.split('\n')).toEqual([line, ...BODY]);
  });

  it('take the first date and leave the second', () => {
    expect(above('Published Oct. 25, 2024 | Updated Oct. 26, 2024').publishedOn).toBe('2024-10-25');
  });
});

describe('lines around an article', () => {
  it.each([
    ['copyright', '© 2024 Example Media'],
    ['copyright', 'Copyright 2024 The Example Times. All rights reserved.'],
    ['copyright', 'All rights reserved. This material may not be published.'],
    ['copyright', '(c) 2024 Example Press'],
    ['reprint', 'This material may not be published, broadcast, rewritten or redistributed without permission.'],
    ['reprint', 'Click here for reprint permission.'],
    ['reprint', 'Reprints and permissions'],
    ['comment-policy', 'View comments (12)'],
    ['comment-policy', 'Comments are closed.'],
    ['comment-policy', 'Join the conversation'],
    ['other', 'ADVERTISEMENT'],
    ['other', 'Story continues below advertisement'],
    ['other', 'Read more: Ten sea walls that failed'],
    ['other', 'Read more about the harbour'],
    ['other', 'Related stories'],
    ['other', 'Sign up for our morning newsletter'],
    ['other', 'Get the day’s news in your inbox.'],
    ['other', 'Share this article'],
    ['other', 'Follow us on Facebook'],
    ['other', 'Have a tip? Write to tips@example.com'],
    ['other', 'Tags: floods, Harbour City'],
    ['other', '* * *'],
    ['other', 'This story was originally published on October 25, 2024.'],
    ['contact', 'Email the author: jane@example.com'],
    ['contact', '• Contact Jane Doe at jane@example.com or follow her on X.'],
    ['contact', 'Jane Doe covers city hall. Reach her at jane.doe@news.example.co.uk.'],
    ['contact', 'Follow Jane Doe on Twitter @janedoe'],
    ['contact', 'jane@example.com'],
  ])('are set aside as %s: %s', (role, line) => {
    const article = below(line);
    expect(article.setAside.map((set) => [set.role, set.text])).toEqual([[role, line]]);
    expect(article.text.split('\n')).toEqual(BODY);
  });

  it.each([
    'Copyright 1923 works enter the public domain on Monday.',
    'Copyright Office Opens Inquiry Into Sea Songs.',
    'Copyright was at the heart of the dispute, the judge said.',
    'Residents can contact the council at floods@example.gov.',
    '“Jane Doe can be reached at jane@example.com,” the notice said.',
    'Comments by the mayor were not recorded.',
    'Read more than one book a week, the library says.',
    'Advertisement spending fell by a third.',
    'Share prices fell by 3 percent.',
    'The report may not be published without the minister’s consent.',
    'Subscribe to that view and you will be alone, he said.',
    'Get out now, the fire service told 300 people.',
    'Print is dead, the editor said.',
  ])('that are article stay article: %s', (line) => {
    expect(below(line).text.split('\n')).toEqual([...BODY, line]);
  });

  it('name the author when nothing else does', () => {
    expect(
      imported([...BODY, 'By-lines are for others', 'Email the author: jane@example.com'].join('\n\n')).contact,
    ).toEqual({
      name: 'jane@example.com',
      email: 'jane@example.com',
    });
    const signed = imported(['By Jane Doe', ...BODY, 'Email the author: jane@example.com'].join('\n\n'));
    expect(signed.contact).toEqual({ name: 'Jane Doe', email: 'jane@example.com' });
  });

  it('name the publication in their copyright notice, unless it stands above', () => {
    expect(below('Copyright © 2020–2024 by Example Media Group, Inc.').publication).toBe('Example Media Group');
    const both = imported(['The Example Times | May 3, 2024', ...BODY, '© 2024 Example Holdings'].join('\n\n'));
    expect(both.publication).toBe('The Example Times');
  });
});

describe('what the person says', () => {
  const source = ['Sea wall to rise', 'By Jane Doe', ...BODY, 'Advertisement'];
  const text = source.join('\n\n');

  it('wins over what was recognised, and null means that there is none', () => {
    const article = imported(text, {
      title: 'A wall',
      byline: null,
      publication: 'The Example',
      publishedOn: '2024-01-02',
      language: 'cy',
    });
    expect(article).toMatchObject({
      title: 'A wall',
      byline: null,
      publication: 'The Example',
      publishedOn: '2024-01-02',
      language: 'cy',
    });
    expect(article.text.split('\n')).toEqual(BODY);
  });

  it('finds the given title in the text, even when it ends like a sentence', () => {
    const article = imported(['“It’s time.”', ...BODY].join('\n'), { title: '"It\'s time"' });
    expect(article.title).toBe('"It\'s time"');
    expect(article.text.split('\n')).toEqual(BODY);
  });

  it('puts lines back by leaving them out of setAside', () => {
    const article = imported(text, { setAside: ['Sea wall to rise', 'By Jane Doe'] });
    expect(article.text.split('\n')).toEqual([...BODY, 'Advertisement']);
    expect(article).toMatchObject({ title: 'Sea wall to rise', byline: 'Jane Doe' });
  });

  it('learns nothing from a line that was put back', () => {
    expect(imported(text, { setAside: [] })).toMatchObject({
      byline: null,
      title: 'Sea wall to rise',
      text: source.join('\n'),
    });
  });

  it('sets aside lines that nobody would recognise', () => {
    const article = imported(text, { setAside: [BODY[2]!] });
    expect(article.setAside).toEqual([{ line: 4, text: BODY[2], role: 'other', reason: 'Set aside by hand.' }]);
  });

  it('imports what a preview answered to the same article', () => {
    const preview = imported(text);
    expect(imported(text, { setAside: preview.setAside.map((line) => line.text) })).toEqual(preview);
  });
});

describe('paragraphs', () => {
  const wrap = (text: string, width: number) => {
    const lines = [''];
    for (const word of text.split(' ')) {
      const last = lines.length - 1;
      if (lines[last] === '') lines[last] = word;
      else if (`${lines[last]} ${word}`.length > width) lines.push(word);
      else lines[last] += ` ${word}`;
    }
    return lines.join('\n');
  };
  const long = BODY.map((paragraph) => `${paragraph} ${BODY.join(' ')} The end.`);

  it('stand one to a line', () => expect(imported(BODY.join('\n')).text).toBe(BODY.join('\n')));
  it('stand between blank lines', () => expect(imported(`\n\n${BODY.join('\n \t\n\n')}\n`).text).toBe(BODY.join('\n')));

  it.each([60, 72, 80])('broken at %i columns are joined again, with blank lines between them or without', (width) => {
    const blocks = long.map((paragraph) => wrap(paragraph, width));
    expect(imported(blocks.join('\n\n')).text).toBe(long.join('\n'));
    expect(imported(blocks.join('\n')).text).toBe(long.join('\n'));
    expect(imported(blocks.join('\n\n')).repairs).toContain(
      'Lines broken at a fixed width were joined into paragraphs.',
    );
  });

  it('of a list and of verse are left alone', () => {
    const list = [
      'The wall in figures:',
      '• 40 centimetres higher.',
      '• 1.2 million tonnes of stone.',
      '• 7 votes for it, and two against it, which is few.',
    ];
    expect(imported(list.join('\n')).text).toBe(list.join('\n'));
  });

  it('that go on in the next line are joined', () => {
    const broken = `${BODY[0]!.replace(' sea wall', '\nsea wall')}\n\n${BODY[1]}`;
    expect(imported(broken).text).toBe(`${BODY[0]}\n${BODY[1]}`);
  });
});

describe('foreign characters', () => {
  it.each([
    ['CRLF', 'One.\r\n\r\nTwo.', 'One.\nTwo.', 1],
    ['old Mac line ends', 'One.\rTwo.', 'One.\nTwo.', 1],
    ['a byte order mark', '\uFEFFOne.', 'One.', 1],
    ['NUL', 'One\0 word.', 'One word.', 1],
    ['half a surrogate pair', 'One \ud83d word.', 'One \ufffd word.', 1],
    ['non-breaking spaces', 'One\u00a0million\u202f% of\u00a0it.\u00a0', 'One million % of it.', 1],
    ['soft hyphens', 'hyphen\u00adation.', 'hyphenation.', 1],
    ['tabs and double spaces', '\tOne.  Two.\tThree. ', 'One. Two. Three.', 0],
    ['decomposed accents', 'Cafe\u0301.', 'Café.', 1],
    ['emoji', '👩‍👩‍👧 and 🇺🇳 flew.', '👩‍👩‍👧 and 🇺🇳 flew.', 0],
    ['right to left', '\u202bقال الوزير إن السد سيُبنى.\u202c', '\u202bقال الوزير إن السد سيُبنى.\u202c', 0],
    ['zero-width characters', 'One\u200bword.', 'One\u200bword.', 0],
    ['smart quotes, dashes and ellipses', '“One” – ‘two’ — three…', '“One” – ‘two’ — three…', 0],
  ])('%s', (_, foreign, text, repairs) => {
    const article = imported(foreign);
    expect(article.text).toBe(text);
    expect(article.repairs).toHaveLength(repairs);
  });

  it.each([
    ['en', BODY.join(' ')],
    ['ja', '市長は木曜日に記者団に語った。堤防は四十センチ高くなる。'],
    ['zh', '市长星期四对记者说，堤坝将加高四十厘米。'],
    ['ko', '시장은 목요일 기자들에게 말했다.'],
    ['ar', 'قال الوزير إن السد سيُبنى.'],
    ['ru', 'Мэр сказал журналистам в четверг.'],
    ['uk', 'Мер сказав журналістам у четвер, що її підвищать.'],
    ['de', 'Der Rat der Stadt hat die Mauer am Donnerstag mit sieben Stimmen beschlossen, und das ist nicht wenig.'],
    ['fr', 'Le conseil de la ville a voté jeudi pour une digue plus haute, et les habitants en sont contents.'],
    ['en', '12345 67890'],
  ])('tell the language %s', (language, text) => expect(imported(text).language).toBe(language));

  it('leave a title in a text without spaces at a bearable length', () => {
    const { title } = imported('市長は木曜日に'.repeat(50));
    expect(title.length).toBeLessThan(112);
    expect(isWellFormed(imported('😀'.repeat(500)).title)).toBe(true);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\u00a0\n\t'],
    ['only invisible characters', '\uFEFF\u200b\n\0'],
  ])('%s', (_, content) => expect(refusal(content)).toEqual({ kind: 'malformed', rule: 'text-empty' }));

  it('a text of which nothing is article', () => {
    expect(refusal('Advertisement\n\n© 2024 Example Press')).toEqual({ kind: 'malformed', rule: 'text-all-set-aside' });
    expect(refusal(BODY.join('\n'), { setAside: BODY })).toEqual({ kind: 'malformed', rule: 'text-all-set-aside' });
  });

  it('binary content', () => {
    expect(refusal('\u0001\u0002\0\0PNG\u0005')).toEqual({ kind: 'malformed', rule: 'text-binary' });
  });

  it('more than 2 MB, counted in bytes of UTF-8, or more than 20,000 lines', () => {
    expect(refusal('x'.repeat(2 * 1024 * 1024))).toBeNull();
    expect(refusal('x'.repeat(2 * 1024 * 1024 + 1))).toEqual({ kind: 'too-large', rule: 'text-too-large' });
    expect(refusal('é'.repeat(1024 * 1024 + 1))).toEqual({ kind: 'too-large', rule: 'text-too-large' });
    expect(refusal('x\n'.repeat(20_001))).toEqual({ kind: 'too-large', rule: 'text-too-many-lines' });
  });
});

describe('any text at all', () => {
  const shapes = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...BODY,
      'By Jane Doe',
      'Advertisement',
      '\r\n',
      '\u2028',
      '\ud800',
      '- The Example Times - May 3, 2024',
      '\uFEFF',
    ),
  );
  const content = fc.array(shapes, { maxLength: 12 }).map((parts) => parts.join('\n'));

  it('is imported whole or refused: every line is article or set aside, and the document says the text', () => {
    fc.assert(
      fc.property(content, (source) => {
        const result = importText(source);
        if (!result.ok) {
          expect(result.refusal.kind).toBe('malformed');
          return;
        }
        const { text, doc, lines, setAside, title } = result.value;
        expect(isWellFormed(text) && text === text.normalize('NFC')).toBe(true);
        expect(textOfDoc(doc)).toBe(text);
        expect(
          lines
            .filter(({ role }) => role === 'paragraph')
            .map((line) => line.text)
            .join('\n'),
        ).toBe(text);
        expect(lines.map(({ line }) => line)).toEqual(lines.map((_, i) => i));
        expect(lines.length - setAside.length).toBe(doc.content.length);
        expect(title.trim()).not.toBe('');
      }),
      { numRuns: trials(1000) },
    );
  });
});
