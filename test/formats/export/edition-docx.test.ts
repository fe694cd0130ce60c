import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { claimsOf, type Payload } from '@/domain/edition';
import { editionDocx } from '@/formats/export/edition-docx';
import { candidate, material, published } from '@/test/builders/edition';
import { longMaterial } from '@/test/builders/long-article';
import { withdrawal, withdrawn } from '@/test/builders/withdrawn';
import { hostile } from '@/test/fixtures/hostile';

const origin = 'https://desk.example';

/** The document as another program reads it. */
async function read(payload: Payload): Promise<Document> {
  const docx = await editionDocx(payload, origin);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
  return new JSDOM(value).window.document;
}
const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('an edition as a Word document', () => {
  const whole = published(longMaterial({ article: { rights: 'own' } }));

  test('has a footnote for each claim, once, with verdict, evidence and where that is', async () => {
    const page = await read(whole);
    const notes = [...page.querySelectorAll('li[id^="footnote-"]')];
    expect(notes).toHaveLength(claimsOf(whole).length);
    expect(page.querySelectorAll('sup a[href^="#footnote-"]')).toHaveLength(notes.length);
    const third = notes.find((note) => words(note).startsWith('Claim 3: False.'))!;
    expect(words(third)).toContain('Monthly traffic of the port, provisional figures');
    expect(third.querySelector('a[href="https://port.example/traffic/2026/march-1"]')).not.toBeNull();
    expect(words(page.querySelector('h1'))).toBe(whole.frame.article.title);
  });

  test('puts the footnote after the claim’s last word', async () => {
    const page = await read(whole);
    const paragraph = [...page.querySelectorAll('p')].find((each) => words(each).startsWith('PORT ELLERY'))!;
    expect(words(paragraph)).toMatch(/containers in March\[\d+\], more than/);
  });

  test('numbers its footnotes in the order in which they are referred to', async () => {
    const files = unzipSync(await editionDocx(whole, origin));
    const [document = '', footnotes = ''] = ['document', 'footnotes'].map((name) =>
      strFromU8(files[`word/${name}.xml`]!),
    );
    const ids = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(ids).toEqual(ids.map((_, i) => i + 1));
    expect([...footnotes.matchAll(/<w:footnote w:id="([1-9]\d*)"/g)].map(([, id]) => Number(id))).toEqual(ids);
    // claim 12 stands nowhere in the article, so that the list of claims refers to it, above all others
    expect(footnotes.slice(footnotes.indexOf('<w:footnote w:id="1"'))).toMatch(/^.*?Claim 12: Mostly true/s);
    expect(footnotes.indexOf('Claim 12:')).toBeLessThan(footnotes.indexOf('Claim 1:'));
  });

  test('is written from the right where its words are', async () => {
    const article = { language: 'ar', title: 'الميناء يعلن رقماً قياسياً' };
    const files = unzipSync(await editionDocx(published(material({ article })), origin));
    const xml = strFromU8(files['word/document.xml']!);
    expect(xml).toMatch(/<w:bidi\/>.*?<w:rtl\/>.*?الميناء/s);
    expect(strFromU8(files['word/styles.xml']!)).toContain('w:bidi="ar"');
  });

  test('says of a withdrawn claim when and why, and no more', async () => {
    const page = await read(withdrawn(published(material()), 1));
    expect(words(page.body)).toContain(`A claim was withdrawn on 2026-05-01: ${withdrawal.reason}`);
    expect(words(page.body)).not.toContain('41,200');
  });

  test('holds every hostile text and stays a document', async () => {
    const claims = hostile.map((text, i) =>
      candidate(String(i).padStart(3, '0'), { content: { statement: text, rationale: text } }),
    );
    const files = unzipSync(await editionDocx(published(material({ article: { title: hostile[0] }, claims })), origin));
    for (const path of ['word/document.xml', 'word/footnotes.xml', 'docProps/core.xml'])
      expect(() => new JSDOM(strFromU8(files[path]!), { contentType: 'application/xml' })).not.toThrow();
  });
});
