import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { type Inline, type ProseNode, parseProse, printProse } from '@/formats/prose';

type Mdast = {
  type: string;
  value?: string;
  url?: string;
  start?: number | null;
  ordered?: boolean | null;
  children?: Mdast[];
};

/** Both trees as the same nested signs: soft and hard breaks alike, strong around emphasis where one holds just the other. */
const common = ({ type, value, url, start, ordered, children = [] }: Mdast): string => {
  const [only] = children;
  if (type === 'emphasis' && children.length === 1 && only?.type === 'strong') {
    return common({ ...only, children: [{ type, children: only.children }] });
  }
  const inner = children.map(common).join('');
  if (type === 'text') return (value ?? '').replace(/\n/g, '/');
  if (type === 'break') return '/';
  if (type === 'list') return ordered ? `<${start ?? 1}.${inner}>` : `<•${inner}>`;
  const names: Record<string, string> = {
    root: '',
    paragraph: 'p',
    listItem: 'i',
    strong: 's',
    emphasis: 'e',
    link: `l ${url} `,
  };
  return names[type] === '' ? inner : `<${names[type] ?? type} ${inner}>`;
};

const ours = (nodes: (ProseNode | Inline)[]): string =>
  nodes
    .map((node): string => {
      if (node.type === 'text') return node.text;
      if (node.type === 'break') return '/';
      if (node.type === 'citation') return `[${node.number}]`;
      if (node.type === 'bulleted' || node.type === 'numbered') {
        const items = node.items.map(({ children }) => `<i ${ours(children)}>`).join('');
        return node.type === 'bulleted' ? `<•${items}>` : `<${node.start}.${items}>`;
      }
      const inner = ours(node.children);
      if (node.type === 'paragraph') return `<p ${inner}>`;
      if (node.type === 'link') return `<l ${node.href}  ${inner}>`;
      return node.type === 'strong' ? `<s ${inner}>` : `<e ${inner}>`;
    })
    .join('');

const samples = [
  'Plain words, and a second line\nof them.',
  'Two paragraphs\n\nof words',
  '**strong**, *emphasis*, __strong__, _emphasis_ and ***both***',
  'in**ter**nal in*ter*nal snake_case_name 2 * 3 * 4',
  '**unclosed, *too and un_opened_',
  '**strong with *emphasis* in it** and *a tail*',
  '*“quoted”* **(bracketed)** *a*, **b**.',
  '[a link](https://example.org/a_(b)?c=d#e), <https://example.org/> and [**strong** one](mailto:a@example.org)',
  'evidence [2], [10] and [not this]',
  '\\*no emphasis\\* \\[no link\\](https://example.org/)',
  '- one\n- two\n- three',
  '* one\n\n* two\n\n  more of two\n\n* three',
  '1. one\n2. two\n   - in\n   - side\n3. three',
  '7) seven\n8) eight',
  '- one\n  1. deep\n     - deeper\n- two',
  '- one\n+ another list\n\nand out',
  'text\n- a list\n\ntext\n1. a list\n\ntext\n2. no list',
  'hard\\\nbreak and  \nanother',
  '- lazy\ncontinuation\n- of items',
];

describe('formatting that people write means what CommonMark says it means', () => {
  it.each(samples)('%j', (markdown) => {
    expect(ours(parseProse(markdown))).toBe(common(fromMarkdown(markdown) as Mdast));
  });

  it.each(samples)('and is printed for any other reader of Markdown: %j', (markdown) => {
    const tree = parseProse(markdown);
    expect(common(fromMarkdown(printProse(tree)) as Mdast)).toBe(ours(tree));
  });

  it.each([
    '# no heading',
    '> no quotation',
    '1. `no code`',
    '<b>no HTML</b>',
    '&lt;',
    '![no](https://example.org/)',
    '---',
    '- - -',
    'a\n===',
    '    no code',
    '[a]: https://example.org/',
  ])('what stays as typed stays so for another reader: %j', (typed) => {
    const tree = parseProse(typed);
    expect(common(fromMarkdown(printProse(tree)) as Mdast)).toBe(ours(tree));
  });
});
