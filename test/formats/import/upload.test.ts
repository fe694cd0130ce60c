import { describe, expect, it } from 'vitest';
import { type Foreign, importArticle } from '@/formats/import';
import { uploadedText } from '@/formats/import/upload';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].flatMap((unit) =>
      bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
    ),
  );
const outcome = (bytes: Uint8Array, name?: string) => {
  const read = uploadedText(bytes, name);
  return read.ok ? read.value.text : read.refusal.problems[0]?.rule;
};

describe('an uploaded text file', () => {
  const text = 'The “wall” will rise – by 40 cm 😀.';

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(text, false)],
    ['UTF-16, big end first', utf16(text, true)],
  ])('is read as %s', (_, bytes) =>
    expect(uploadedText(bytes, 'story.txt')).toEqual({ ok: true, value: { text, repairs: [] } }),
  );

  it('is read as Windows-1252 where it is not UTF-8, and the person is told', () => {
    const read = uploadedText(latin1('The \x93caf\xe9\x94 \x96 it\x92s open.'));
    expect(read).toMatchObject({ ok: true, value: { text: 'The “café” – it’s open.' } });
    expect(read.ok && read.value.repairs[0]).toMatch(/Windows-1252/);
  });

  it('is still UTF-8 when one of its many letters is broken', () => {
    expect(outcome(new Uint8Array([...utf8('Привет'), 0xff, ...utf8('мир')]))).toBe('Привет\uFFFDмир');
  });
});

describe('other files are refused', () => {
  it.each([
    ['a PDF', latin1('%PDF-1.7\n'), 'story.txt'],
    ['a Word document', latin1('PK\x03\x04\x14\0'), 'story.txt'],
    ['an old Word document', latin1('\xd0\xcf\x11\xe0\xa1'), ''],
    ['rich text', latin1('{\\rtf1\\ansi'), 'story.txt'],
    ['a picture', latin1('\x89PNG\r\n\x1a\n'), 'story.txt'],
    ['a web page', utf8('\n<!DOCTYPE html><p>Hi'), 'story.txt'],
    ['Markdown, until its issue comes', utf8('# Title'), 'story.md'],
    ['HTML by name', utf8('Hi'), 'story.HTML'],
  ])('%s', (_, bytes, name) => expect(outcome(bytes, name)).toBe('format-not-yet'));

  it('binary ones and ones over 2 MB', () => {
    expect(
      outcome(
        Uint8Array.from({ length: 999 }, (_, i) => (i * 2654435761) >>> 11),
        'story.txt',
      ),
    ).toBe('text-binary');
    expect(outcome(new Uint8Array(2 * 1024 * 1024 + 1), 'story.txt')).toBe('text-too-large');
  });
});

describe('importing', () => {
  it('gives the same article from a paste and from a file', () => {
    const text = 'Sea wall to rise\n\nBy Jane Doe\n\nThe council voted on Thursday.';
    const pasted = importArticle({ format: 'text', content: text });
    expect(pasted).toMatchObject({ ok: true, value: { title: 'Sea wall to rise', byline: 'Jane Doe' } });
    expect(importArticle({ bytes: utf8(text), fileName: 'a.txt' })).toEqual(pasted);
  });

  it('says what the file’s encoding was taken for, before other repairs', () => {
    const result = importArticle({ bytes: latin1('Caf\xe9\xa0open.\r\nYes.') });
    expect(result.ok && result.value.repairs.map((sentence) => sentence.split(' ')[0])).toEqual([
      'The',
      'Line',
      'Non-breaking',
    ]);
  });

  it.each<Foreign>([
    { format: 'html', content: '<p>Hi' },
    { format: 'markdown', content: 'Hi' },
    { bytes: new Uint8Array(0) },
  ])('refuses %j as malformed', (foreign) => {
    expect(importArticle(foreign)).toMatchObject({ ok: false, refusal: { kind: 'malformed' } });
  });
});
