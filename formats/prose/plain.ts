import { parseProse } from './parse';
import type { Inline, ProseNode } from './tree';

const inlineText = (nodes: Inline[]): string =>
  nodes
    .map((node): string => {
      if (node.type === 'text') return node.text;
      if (node.type === 'break') return '\n';
      return node.type === 'citation' ? `[${node.number}]` : inlineText(node.children);
    })
    .join('');

function blockText(node: ProseNode): string {
  if (node.type === 'paragraph') return inlineText(node.children);
  const sign = (i: number) => (node.type === 'numbered' ? `${node.start + i}.` : '•');
  return node.items.map(({ children }, i) => `${sign(i)} ${children.map(blockText).join('\n')}`).join('\n');
}

/** A text's words without its formatting: paragraphs a blank line apart, each item of a list on a line of its own. */
export const plainProse = (markdown: string): string => parseProse(markdown).map(blockText).join('\n\n');
