import { describe, expect, it } from 'vitest';
import { docToProse, parseProse, plainProse, printProse, proseToDoc, safeHref } from '@/formats/prose';
import { inlines } from '@/formats/prose/tree';
import { hostile } from '../../fixtures/hostile';

const links = (markdown: string) =>
  [...inlines(parseProse(markdown))].flatMap((node) => (node.type === 'link' ? [node.href] : []));

/** What a reader sees: every word, sign and address, without the signs that make Markdown. */
const visible = (text: string) => text.replace(/[\s*_`[\]()<>\\.•\d-]/gu, '');
const seen = (markdown: string) => {
  let text = plainProse(markdown);
  for (const node of inlines(parseProse(markdown))) {
    if (node.type === 'link' && !markdown.includes(`<${node.href}>`)) {
      const words = node.children.map((child) => (child.type === 'text' ? child.text : '')).join('');
      text = text.replace(words, () => words + node.href);
    }
  }
  return text;
};

it('there are 150 or more, no two alike', () => {
  expect(new Set(hostile).size).toBe(hostile.length);
  expect(hostile.length).toBeGreaterThanOrEqual(150);
});

describe.each(hostile.map((text, i) => [i, text]))('hostile text %i: %j', (_, text) => {
  it('links nowhere but to the web and to e-mail, and loses no typed character', () => {
    for (const href of links(text)) expect(['http:', 'https:', 'mailto:']).toContain(new URL(href).protocol);
    expect(visible(seen(text))).toBe(visible(text));
  });

  it('survives the editor and the store', () => {
    const tree = parseProse(text);
    expect(parseProse(printProse(tree))).toEqual(tree);
    const typed = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    expect(plainProse(docToProse(typed)).trim()).toBe(plainProse(docToProse(proseToDoc(docToProse(typed)))).trim());
    expect(visible(plainProse(docToProse(typed)))).toBe(visible(text));
  });
});

it.each([
  ['https://example.org/a?b=c#d', true],
  ['HTTP://EXAMPLE.ORG', true],
  ['mailto:a@example.org?subject=x', true],
  ['https://de.example.org/wiki/Fluß_(Strom)', true],
  ['javascript:alert(1)', false],
  [' https://example.org', false],
  ['https://', false],
  ['https://user@example.org/', false],
  ['https:example.org', false],
  ['//example.org', false],
  ['https://example.org\\@evil.example', false],
  [`https://example.org/${'x'.repeat(2000)}`, false],
])('%j may be linked to: %s', (address, may) => expect(safeHref(address)).toBe(may ? address : null));
