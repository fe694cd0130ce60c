import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DocNode, docToProse, parseProse, plainProse, printProse, proseToDoc } from '@/formats/prose';
import { trials } from '../../trials';

const scraps = fc.constantFrom(
  ...[
    'a',
    'word',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\\',
    '*',
    '**',
    '***',
    '_',
    '__',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '[2]',
    '!',
    '<',
    '>',
  ],
  ...[
    '- ',
    '* ',
    '1. ',
    '7) ',
    '    ',
    '\t',
    '#',
    '# ',
    '&amp;',
    '.',
    '=',
    '+',
    '\u00a0',
    '😀',
    '強',
    '“',
    '\r\n',
    '```\n',
    '---',
  ],
  ...[
    '[a](https://example.org/)',
    '<https://example.org/>',
    '](https://example.org/)',
    'https://example.org/a_b',
    '(x)',
  ],
);
const markdown = fc
  .array(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 })
  .map((all) => all.join(''));

const href = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_(b)*c&copy;',
  'mailto:a@example.org',
  'javascript:alert(1)',
);
const marks = fc
  .record({ bold: fc.boolean(), italic: fc.boolean(), link: fc.option(href) })
  .map(({ bold, italic, link }) => [
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
    ...(link ? [{ type: 'link', attrs: { href: link } }] : []),
  ]);
const leaf: fc.Arbitrary<DocNode> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('text'), text: markdown.filter((text) => text !== ''), marks }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
);
const paragraph: fc.Arbitrary<DocNode> = fc.record({
  type: fc.constant('paragraph'),
  content: fc.array(leaf, { maxLength: 6 }),
});
const { block } = fc.letrec<{ block: DocNode; list: DocNode }>((tie) => ({
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, paragraph, tie('list')),
  list: fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    attrs: fc.record({ start: fc.integer({ min: -1, max: 1_000_000_000 }) }),
    content: fc.array(fc.record({ type: fc.constant('listItem'), content: fc.array(tie('block'), { maxLength: 3 }) }), {
      maxLength: 3,
    }),
  }),
}));
const doc = fc.array(block, { maxLength: 4 }).map((content): DocNode => ({ type: 'doc', content }));

const textOf = (node: DocNode): string => (node.text ?? '') + (node.content ?? []).map(textOf).join('');
const withoutBlanks = (text: string) => text.replace(/\s/g, '');

it('what is printed reads back as the same tree', () => {
  fc.assert(
    fc.property(markdown, (typed) => {
      const tree = parseProse(typed);
      expect(parseProse(printProse(tree))).toEqual(tree);
    }),
    { numRuns: trials(5000) },
  );
});

it('what the editor holds survives being stored: words, marks and lists', () => {
  fc.assert(
    fc.property(doc, (typed) => {
      const stored = docToProse(typed);
      const reopened = proseToDoc(stored);
      expect(withoutBlanks(textOf(reopened))).toBe(withoutBlanks(textOf(typed)));
      expect(docToProse(reopened)).toBe(stored);
      expect(parseProse(docToProse(reopened))).toEqual(parseProse(stored));
    }),
    { numRuns: trials(1000) },
  );
});

it('a document comes back just as it was, when it is one that Markdown can say', () => {
  const text = (words: string, ...types: string[]) => ({
    type: 'text',
    text: words,
    marks: types.map((type) => ({ type })),
  });
  const plain = (words: string) => ({ type: 'text', text: words });
  const content: DocNode[] = [
    {
      type: 'paragraph',
      content: [plain('It was 3,000, says [2]; not '), text('4,000', 'bold'), { type: 'hardBreak' }, plain('or so.')],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [text('a', 'bold', 'italic')] },
            { type: 'paragraph', content: [plain('b')] },
          ],
        },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [{ ...plain('site'), marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] }],
            },
          ],
        },
      ],
    },
  ];
  expect(proseToDoc(docToProse({ type: 'doc', content }))).toEqual({ type: 'doc', content });
  expect(proseToDoc('')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  expect(docToProse({ type: 'doc', content: [{ type: 'paragraph' }] })).toBe('');
});

it('a typed [2] is a citation, and a link elsewhere than the web is text', () => {
  const typed: DocNode = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'see [2](x) ' },
          { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      },
    ],
  };
  expect(docToProse(typed)).toBe('see [2]\\(x) here');
  expect(plainProse(docToProse(typed))).toBe('see [2](x) here');
});
