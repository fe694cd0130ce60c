import { describe, expect, it } from 'vitest';
import { citedNumbers, type Inline, type ProseNode, parseProse, plainProse, printProse } from '@/formats/prose';

/** A tree in few signs: S strong, E emphasis, L link, [n] citation, / break, • and n. lists. */
function inlineSigns(node: Inline): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'break') return '/';
  if (node.type === 'citation') return `[${node.number}]`;
  const inner = node.children.map(inlineSigns).join('');
  if (node.type === 'link') return `L(${inner}|${node.href})`;
  return `${node.type === 'strong' ? 'S' : 'E'}(${inner})`;
}
function signs(nodes: ProseNode[]): string[] {
  return nodes.map((node) => {
    if (node.type === 'paragraph') return node.children.map(inlineSigns).join('');
    const sign = node.type === 'bulleted' ? '•' : `${node.start}.`;
    return `${sign}{${node.items.map(({ children }) => signs(children).join('; ')).join(', ')}}`;
  });
}
const read = (markdown: string) => signs(parseProse(markdown));

describe('a rationale’s formatting', () => {
  it.each([
    ['', []],
    ['plain', ['plain']],
    ['one\n\ntwo', ['one', 'two']],
    ['one\ntwo', ['one/two']],
    ['one\\\ntwo  \nthree', ['one/two/three']],
    [
      '**strong** and *emphasis* and __strong__ and _emphasis_',
      ['S(strong) and E(emphasis) and S(strong) and E(emphasis)'],
    ],
    ['***both***', ['S(E(both))']],
    ['***a** b*', ['S(E(a)) E(b)']],
    ['***a** b', ['*S(a) b']],
    ['**a *b* c**', ['S(a E(b) c)']],
    ['*a **b** c*', ['E(a) S(E(b)) E(c)']],
    ['a*b*c snake_case_name', ['aE(b)c snake_case_name']],
    ['**「強調」**です', ['S(「強調」)です']],
    ['2 * 3 * 4 and ** bold **', ['2 * 3 * 4 and ** bold **']],
    ['**unclosed and *crossed** over*', ['S(unclosed and *crossed) over*']],
    ['a\nb', ['a/b']],
    ['**two\nlines**', ['S(two/lines)']],
    ['- one\n- two\n\n- three', ['•{one, two, three}']],
    ['3. three\n4. four', ['3.{three, four}']],
    ['- one\n  - in\n  - side\n- two', ['•{one; •{in, side}, two}']],
    ['- one\n\n  more\n  of it\n\nout', ['•{one; more/of it}', 'out']],
    ['- one\n* other', ['•{one}', '•{other}']],
    ['text\n- list', ['text', '•{list}']],
    ['in the year\n2024. It was', ['in the year/2024. It was']],
    ['- lazy\nline', ['•{lazy/line}']],
  ])('%j is read', (markdown, expected) => expect(read(markdown)).toEqual(expected));

  it('cites evidence by number, and a number beyond a claim’s evidence is text', () => {
    expect(read('As [2] and [10] say, unlike [0], [1000] and [x].')).toEqual([
      'As [2] and [10] say, unlike [0], [1000] and [x].',
    ]);
    expect(citedNumbers('First [2], then [10], [2] again.\n\n- and [1]')).toEqual([2, 10, 1]);
    expect(citedNumbers('[0] [1000] \\[3\\] [4](https://example.org/) `[5]`')).toEqual([]);
  });

  it('links to the web and to e-mail only', () => {
    expect(read('[a](https://example.org/b_(c)) <http://example.org> [m](mailto:a@example.org)')).toEqual([
      'L(a|https://example.org/b_(c)) L(http://example.org|http://example.org) L(m|mailto:a@example.org)',
    ]);
    expect(read('**[a](https://example.org/) b**')).toEqual(['L(S(a)|https://example.org/) S(b)']);
  });

  it.each([
    '# Heading',
    '> quotation',
    '| a | b |\n| - | - |',
    '![picture](https://example.org/*x*.png)',
    '`code *not* emphasis [1]`',
    '```\n- code\n\n**code**\n```',
    '<b title="*x*">',
    '[elsewhere](ftp://example.org/_x_)',
    '[titled](https://example.org "title")',
    '[a]: https://example.org',
    '&lt; &#42;',
    'C:\\temp\\new',
    '---',
    '* * *',
  ])('%j stays as typed', (typed) => expect(plainProse(typed)).toBe(typed));

  it('lets a backslash keep a sign a sign', () => {
    expect(read('\\*a\\* \\[2\\] 2\\. \\\\')).toEqual(['*a* [2] 2. \\']);
    expect(parseProse('\\[2\\]')).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: '[2]' }] }]);
  });

  it('has a plain form for feeds and notices', () => {
    expect(plainProse('**So** [2]:\n\n1. *one*\n2. two\n   - [in](https://example.org/)')).toBe(
      'So [2]:\n\n1. one\n2. two\n• in',
    );
  });
});

describe('printing', () => {
  it.each([
    ['plain text', 'plain text'],
    ['__a__ _b_ ***c***', '**a** *b* ***c***'],
    ['a\nb', 'a\\\nb'],
    ['+ a\n  1) b', '- a\n  1. b'],
    ['- a\n\n* b', '- a\n\n* b'],
    ['snake_case', 'snake_case'],
    ['# no heading', '\\# no heading'],
    ['C:\\temp', 'C:\\temp'],
  ])('%j gives %j', (markdown, printed) => expect(printProse(parseProse(markdown))).toBe(printed));
});

/** By the Markdown: comparing large trees node by node takes longer than making them. */
function expectSameAgain(markdown: string): void {
  const printed = printProse(parseProse(markdown));
  expect(printProse(parseProse(printed)) === printed).toBe(true);
}

describe('a hundred thousand characters meant to choke a parser are read (a quadratic step would run out of time)', () => {
  const shapes = [
    '[',
    '*',
    '_',
    '`',
    '<',
    '(',
    '\\',
    '!',
    '**a*b',
    '*a_ ',
    '[a](',
    '- ',
    '1. ',
    '<a',
    '``\n',
    '```a\n',
    '- a\n',
    '> ',
    '&',
    '[1]',
  ];
  it.each(shapes.map((shape) => [JSON.stringify(shape), shape]))('%s', (_, shape) => {
    expect(parseProse(shape.repeat(100_000 / shape.length))).not.toEqual([]);
    expectSameAgain(shape.repeat(20_000 / shape.length));
  });

  it.each([
    ['brackets', '[', ']'],
    ['links', '[', '](https://example.org/)'],
    ['emphasis', '*a ', ' b*'],
  ])('nested %s', (_, open, close) => {
    const deep = 100_000 / (open.length + close.length);
    expectSameAgain(open.repeat(deep) + close.repeat(deep));
  });

  it('lists, however deep, nest six deep at most', () => {
    const deep = Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- ${i}`).join('\n');
    expect(JSON.stringify(parseProse(deep)).match(/bulleted/g)).toHaveLength(6);
    expect(plainProse(deep)).toMatch(/• 299$/);
  });
});
