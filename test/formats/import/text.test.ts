import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfDoc } from '@/domain/doc';
import { isWellFormed } from '@/domain/text';
import { importText } from '@/formats/import/text';
import { trials } from '../../trials';
import { BODY, imported, refusal } from './imported';

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
