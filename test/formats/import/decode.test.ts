import { describe, expect, it, test } from 'vitest';
import { decoded } from '@/formats/import/decode';
import { kindOf } from '@/formats/import/kind';
import { latin1, read, ruleOf, sampleDocx, utf8, utf16 } from '@/test/builders/foreign';

const text = 'The “wall” will rise – by 40 cm 😀.';
const textOf = (bytes: Uint8Array, charset: string | null = null, isHtml = false) => {
  const result = decoded(bytes, charset, isHtml);
  return result.ok ? result.value.text : result.refusal.problems[0]?.rule;
};

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(text, false)],
    ['UTF-16, big end first', utf16(text, true)],
  ])('is told to be %s', (_, bytes) => {
    expect(decoded(bytes, null, false)).toEqual({ ok: true, value: { text, repairs: [] } });
  });

  it('is Windows-1252 where nothing tells and it is not UTF-8, and the person is told', () => {
    const result = decoded(latin1('The \x93caf\xe9\x94 \x96 it\x92s open.'), null, false);
    expect(result).toMatchObject({ ok: true, value: { text: 'The “café” – it’s open.' } });
    expect(result.ok && result.value.repairs[0]).toMatch(/Windows-1252/);
  });

  it('is still UTF-8 when one of its many letters is broken', () => {
    expect(textOf(new Uint8Array([...utf8('Привет'), 0xff, ...utf8('мир')]))).toBe('Привет\uFFFDмир');
  });

  it.each<[string, Uint8Array, string | null]>([
    ['a header', new Uint8Array([0x93, 0xfa, 0x96, 0x7b]), 'Shift_JIS'],
    ['a page’s meta', Uint8Array.from([...latin1('<meta charset=shift_jis>'), 0x93, 0xfa, 0x96, 0x7b]), null],
    [
      'a page’s http-equiv',
      Uint8Array.from([
        ...latin1('<meta http-equiv=Content-Type content="text/html; charset=Shift_JIS">'),
        0x93,
        0xfa,
        0x96,
        0x7b,
      ]),
      null,
    ],
  ])('is told by %s', (_, bytes, charset) => expect(textOf(bytes, charset, true)).toMatch(/日本$/));

  it.each([
    ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], 'Привет'],
    ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
    ['windows-1252', [0x93, 0x61, 0x94], '“a”'],
    ['gbk', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
    ['euc-kr', [0xc7, 0xd1], '한'],
    ['big5', [0xa4, 0xa4], '中'],
    ['iso-8859-2', [0xb3, 0xf3, 0x64, 0xbc], 'łódź'],
    ['no-such-thing', [0x63, 0xe9], 'cé'],
  ])('may be %s', (charset, bytes, words) => expect(textOf(Uint8Array.from(bytes), charset)).toBe(words));

  it('is UTF-8 when the bytes are, whatever a server says of them', () => {
    expect(textOf(utf8('Größe “1”'), 'iso-8859-1')).toBe('Größe “1”');
    expect(textOf(utf8('<meta charset=windows-1252>Größe'), null, true)).toContain('Größe');
  });

  it('is none of a binary file', () => {
    const bytes = Uint8Array.from({ length: 999 }, (_, i) => (i * 2654435761) >>> 11);
    expect(textOf(bytes)).toBe('text-binary');
  });
});

describe('the kind of a file', () => {
  it.each([
    [utf8('Hi'), null, 'a.txt', 'text'],
    [utf8('Hi'), null, 'a.HTM', 'html'],
    [utf8('# Hi'), null, 'a.md', 'markdown'],
    [utf8('# Hi'), 'text/markdown; charset=utf-8', null, 'markdown'],
    [utf8('Hi'), 'text/html', null, 'html'],
    [utf8('\n<!DOCTYPE html><p>Hi'), null, 'story.txt', 'html'],
    [utf8('<?xml version="1.0"?><html><p>Hi'), 'application/xml', null, 'html'],
    [sampleDocx(), null, 'story.txt', 'docx'],
    [utf8('Hi'), 'application/octet-stream', 'a', 'text'],
  ])('is told by its bytes, name and type (%#)', (bytes, type, name, kind) => {
    expect(kindOf(bytes, type, name)).toEqual({ ok: true, value: kind });
  });

  test.each([
    ['a PDF', latin1('%PDF-1.7\n'), 'story.txt', 'format-unknown'],
    ['an old Word document', latin1('\xd0\xcf\x11\xe0\xa1\xb1'), 'a.doc', 'doc-old'],
    ['rich text', latin1('{\\rtf1\\ansi'), 'story.txt', 'format-unknown'],
    ['a picture', latin1('\x89PNG\r\n\x1a\n'), 'story.txt', 'format-unknown'],
    ['text called a Word document', utf8('text'), 'story.docx', 'docx-damaged'],
    ['text called a spreadsheet', utf8('text'), 'story.xlsx', 'format-unknown'],
  ])('%s is refused', async (_, bytes, name, rule) => expect(await ruleOf({ bytes, name })).toBe(rule));
});

describe('a file', () => {
  it('gives the same article as a paste', async () => {
    const content = 'Sea wall to rise\n\nBy Jane Doe\n\nThe council voted on Thursday.';
    const pasted = await read({ format: 'text', content });
    expect(pasted).toMatchObject({ title: 'Sea wall to rise', byline: 'Jane Doe' });
    expect(await read({ bytes: utf8(content), name: 'a.txt' })).toEqual(pasted);
  });

  it('says what its encoding was taken for, before other repairs', async () => {
    const { repairs } = await read({ bytes: latin1('Caf\xe9\xa0open.\r\nYes.') });
    expect(repairs.map((sentence) => sentence.split(' ')[0])).toEqual(['The', 'Line', 'Non-breaking']);
  });

  it('may be 2 MB of text or 10 MB as it comes, and no more', async () => {
    expect(await ruleOf({ bytes: new Uint8Array(4 * 1024 * 1024 + 1), name: 'story.txt' })).toBe('text-too-large');
    expect(await ruleOf({ bytes: utf8('word '.repeat(450_000)), name: 'story.txt' })).toBe('text-too-large');
    expect(await ruleOf({ bytes: new Uint8Array(10_000_001), name: 'story.html' })).toBe('file-too-large');
    expect(await ruleOf({ bytes: new Uint8Array(0) })).toBe('text-empty');
  });
});
