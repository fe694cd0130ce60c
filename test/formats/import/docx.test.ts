import { zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { textOfDoc } from '@/domain/doc';
import { docxParts, latin1, para, read, ruleOf, run, sampleDocx, zipped } from '@/test/builders/foreign';

describe('a Word document', () => {
  it('keeps its headings, emphasis, links, lists, quotations, tables as text and captions', async () => {
    const { doc, title, byline } = await read({ bytes: sampleDocx(), name: 'mill.docx' });
    expect({ title, byline }).toEqual({ title: 'Mill reopens after nine years', byline: 'Ana Pruitt' });
    const item = (text: string) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    expect(doc.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The mill at Corran ' },
          { type: 'text', text: 'reopened', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' on Monday with 41 ' },
          { type: 'text', text: 'workers', marks: [{ type: 'italic' }] },
          { type: 'text', text: '.' },
        ],
      },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'What it makes' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'See ' },
          {
            type: 'text',
            text: 'the figures',
            marks: [{ type: 'link', attrs: { href: 'https://corran.example/figures' } }],
          },
          { type: 'text', text: ' here.' },
        ],
      },
      { type: 'bulletList', content: [item('Flour for bakers'), item('Bran for horses')] },
      { type: 'orderedList', content: [item('First the wheel'), item('Then the stones')] },
      {
        type: 'blockquote',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'We never sold the stones.' }] }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Year | Tonnes' }] },
      { type: 'paragraph', content: [{ type: 'text', text: '2025 | 310' }] },
      { type: 'caption', content: [{ type: 'text', text: 'The mill in 1931.' }] },
    ]);
  });

  it('is read as if its tracked changes were accepted, and says so', async () => {
    const body = para(
      `${run('The mill reopened')}<w:del><w:r><w:delText> in May</w:delText></w:r></w:del><w:ins>${run(' in June')}</w:ins>${run('.')}`,
    );
    const { text, repairs } = await read({ bytes: zipped(docxParts(body)) });
    expect(text).toBe('The mill reopened in June.');
    expect(repairs.join()).toMatch(/tracked changes/);
  });

  it('holds no pictures, and none are unpacked', async () => {
    const picture = new Uint8Array(45_000_000);
    const bytes = zipped({ ...docxParts(para(run('Only words.'))), 'word/media/image1.png': picture });
    expect(textOfDoc((await read({ bytes })).doc)).toBe('Only words.');
  });
});

/** The bytes with the sizes that the archive's directory declares for a part made smaller: a bomb that lies. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const out = Buffer.from(bytes);
  for (let at = out.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = out.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    if (out.subarray(at + 46, at + 46 + out.readUInt16LE(at + 28)).toString() === name)
      out.writeUInt32LE(size, at + 24);
  }
  return out;
}

describe('is refused with a sentence of its own:', () => {
  const sound = sampleDocx();
  const bomb = zipped({ ...docxParts(''), 'word/document.xml': new Uint8Array(60_000_000).fill(32) });
  const locked = Buffer.concat([
    latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  test.each<[string, Uint8Array, string]>([
    ['one that is cut off', sound.subarray(0, sound.length / 2), 'docx-damaged'],
    ['one whose bytes are overwritten', Buffer.from(sound).fill(7, 400, 900), 'docx-damaged'],
    ['one without its text', zipped({ 'word/styles.xml': '<x/>' }), 'docx-damaged'],
    ['one whose text is no XML', zipped({ ...docxParts(''), 'word/document.xml': 'no' }), 'docx-damaged'],
    ['one with a password', locked, 'docx-locked'],
    ['one with macros', zipped({ ...docxParts(para(run('x'))), 'word/vbaProject.bin': 'x' }), 'docx-macros'],
    ['a bomb', bomb, 'docx-too-large'],
    ['a bomb that lies', lying(bomb, 'word/document.xml', 1000), 'docx-damaged'],
    ['an archive of something else', zipSync({ 'a.txt': latin1('x') }), 'format-unknown'],
    ['one without a word', zipped(docxParts('')), 'text-empty'],
  ])('%s', async (_, bytes, rule) => expect(await ruleOf({ bytes, name: 'story.docx' })).toBe(rule));
});
