import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { docOfText } from '@/domain/doc';
import { read } from '@/test/builders/foreign';
import { outline } from './outline';

const folder = 'test/fixtures/pages';
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.html') ? [name.slice(0, -5)] : []));

const facts = ['title', 'publication', 'byline', 'publishedOn', 'url', 'language'] as const;

describe('of a page come its article and what it says of itself, and nothing else:', () => {
  test.each(names)('%s', async (name) => {
    const article = await read({ bytes: readFileSync(`${folder}/${name}.html`), name: `${name}.html` });
    const said = facts.map((fact) => `${fact}: ${article[fact]}`).join('\n');
    expect(`${said}\n\n${outline(article.doc)}\n`).toBe(readFileSync(`${folder}/${name}.txt`, 'utf8'));
    expect(docOfText(article.doc, article.text).ok).toBe(true);
  });

  test('there are pages of a dozen layouts', () => expect(names.length).toBeGreaterThanOrEqual(12));
});

test('a page that is behind a paywall is said to be', async () => {
  const bytes = readFileSync(`${folder}/paywall.html`);
  expect((await read({ bytes, type: 'text/html' })).repairs.join()).toMatch(/behind a paywall/);
});

test('relative links start from where a page was fetched, where it does not say where it stands', async () => {
  const content =
    '<title>A page</title><article><p>The <a href="../figures?y=1#x">figures</a> were published on Monday.</p></article>';
  const { doc, url } = await read({ bytes: Buffer.from(content), type: 'text/html', url: 'https://a.example/b/c' });
  expect(outline(doc)).toContain('[figures](https://a.example/figures?y=1#x)');
  expect(url).toBe('https://a.example/b/c');
});
