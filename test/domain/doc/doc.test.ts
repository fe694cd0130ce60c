import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { articleSchema } from '@/components/article/article-schema';
import { offsetTable } from '@/components/article/offsets';
import {
  type ArticleDoc,
  type Block,
  checkedDoc,
  docOfText,
  type Mark,
  placedBlocks,
  plainDoc,
  textOfDoc,
  withTexts,
} from '@/domain/doc';
import { trials } from '@/test/trials';

const words = fc.stringMatching(/^[a-z😀é ]{1,12}$/u).filter((text) => text.trim() !== '');
const mark = fc.constantFrom<(Mark[] | undefined)[]>(
  [{ type: 'bold' as const }],
  [{ type: 'link' as const, attrs: { href: 'https://a.example/' } }, { type: 'italic' as const }],
  undefined,
);
/** Neighbours with marks of their own, as an editor keeps them. */
const content = fc
  .uniqueArray(fc.tuple(words, mark), { maxLength: 3, selector: ([, marks]) => marks })
  .map((pieces) => pieces.map(([text, marks]) => ({ type: 'text' as const, text, ...(marks ? { marks } : {}) })));
const paragraph = fc.record({ type: fc.constant('paragraph' as const), content });
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    paragraph,
    fc.record({
      type: fc.constant('heading' as const),
      attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
      content,
    }),
    fc.record({ type: fc.constant('caption' as const), content }),
    fc.record({
      type: fc.constant('blockquote' as const),
      content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
      content: fc.array(
        fc
          .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
          .map(([first, rest]) => ({ type: 'listItem' as const, content: [first, ...rest] })),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
}));
const docs: fc.Arbitrary<ArticleDoc> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc', content }));

const schema = getSchema(articleSchema);

describe('a document of any shape', () => {
  it('is one to the desk and to the editor, with the same text and offsets', () => {
    fc.assert(
      fc.property(docs, (doc) => {
        expect(checkedDoc(doc)).toEqual({ ok: true, value: doc });
        const node = schema.nodeFromJSON(doc);
        node.check();
        const table = offsetTable(node);
        expect(table.text).toBe(textOfDoc(doc));
        expect(table.blocks.map(({ offset, length }) => [offset, length])).toEqual(
          placedBlocks(doc).map(({ start, text }) => [start, text.length]),
        );
        for (const { start, text } of placedBlocks(doc)) {
          const at = table.positionAt(start);
          expect(node.textBetween(at, at + text.length)).toBe(text);
          expect(table.offsetAt(at)).toBe(start);
        }
      }),
      { numRuns: trials(2000) },
    );
  });

  it('reworded says the new words, and stays a document', () => {
    fc.assert(
      fc.property(docs, fc.array(words, { minLength: 40, maxLength: 40 }), (doc, texts) => {
        const blocks = placedBlocks(doc).map(({ text }, i) => (i % 2 === 0 ? text : texts[i % 40]!));
        const changed = withTexts(doc, blocks);
        expect(textOfDoc(changed)).toBe(blocks.filter((text) => text !== '').join('\n'));
        if (changed.content.length > 0) expect(checkedDoc(changed).ok).toBe(true);
      }),
      { numRuns: trials(1000) },
    );
  });

  it('comes back from the editor as one that may be stored', () => {
    fc.assert(
      fc.property(docs, (doc) => {
        const back = checkedDoc(schema.nodeFromJSON(doc).toJSON());
        expect(back.ok && textOfDoc(back.value)).toBe(textOfDoc(doc));
      }),
      { numRuns: trials(500) },
    );
  });
});

const held = (content: unknown) => ({ type: 'doc', content: [content] });
const linking = (href: string) =>
  held({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] });
let deep: unknown = { type: 'paragraph' };
for (let i = 0; i < 100_000; i += 1) deep = { type: 'blockquote', content: [deep] };

describe('a document is refused', () => {
  test.each<[string, unknown, string]>([
    ['that is none', null, 'doc-malformed'],
    ['that is empty', { type: 'doc', content: [] }, 'doc-malformed'],
    [
      'with a node that no article holds',
      held({ type: 'image', attrs: { src: 'https://a.example/x.png' } }),
      'doc-malformed',
    ],
    ['with an attribute of another node', held({ type: 'paragraph', attrs: { onclick: 'x' } }), 'doc-malformed'],
    [
      'with a mark that no article has',
      held({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'code' }] }] }),
      'doc-malformed',
    ],
    ['with a link that runs', linking('javascript:alert(1)'), 'doc-malformed'],
    ['with a link that hides its host', linking('https://bank.example@evil.example/'), 'doc-malformed'],
    [
      'with a line feed in a block',
      held({ type: 'paragraph', content: [{ type: 'text', text: 'a\nb' }] }),
      'doc-malformed',
    ],
    [
      'with half a character',
      held({ type: 'paragraph', content: [{ type: 'text', text: '\ud800' }] }),
      'doc-malformed',
    ],
    [
      'with a list item that begins with a list',
      held({
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'blockquote', content: [{ type: 'paragraph' }] }] }],
      }),
      'doc-malformed',
    ],
    ['that nests for ever', held(deep), 'doc-too-deep'],
  ])('%s', (_, doc, rule) => {
    const checked = checkedDoc(doc);
    expect(checked.ok ? null : checked.refusal.problems[0]?.rule).toBe(rule);
  });

  test('that says something else than its text', () => {
    const result = docOfText(plainDoc(['One', 'Two']), 'One Two');
    expect(result.ok ? null : result.refusal.problems[0]?.rule).toBe('doc-text-differs');
  });
});
