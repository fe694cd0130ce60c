import { type Block, type ListLines, parseBlocks } from './blocks';
import { unmarked } from './emphasis';
import { parseInline } from './inline';
import { treeOf } from './runs';
import { type Item, inlines, LARGEST_START, type ProseNode } from './tree';

const itemOf = (blocks: Block[]): Item => ({ type: 'item', children: blocks.map(nodeOf) });

function listOf({ marker, start, items }: ListLines): ProseNode {
  return marker === '.' || marker === ')'
    ? { type: 'numbered', start: Math.min(start, LARGEST_START), items: items.map(itemOf) }
    : { type: 'bulleted', items: items.map(itemOf) };
}

function nodeOf(block: Block): ProseNode {
  if (block.type === 'list') return listOf(block);
  const source = block.lines.join('\n');
  return {
    type: 'paragraph',
    children: treeOf(block.code ? [unmarked({ type: 'text', text: source })] : parseInline(source)),
  };
}

/**
 * The safe tree of a text in Stet's subset of Markdown: paragraphs, strong, emphasis, links to the web and to e-mail
 * addresses, bulleted and numbered lists, line breaks, and `[2]` citing evidence. Everything else (HTML, images,
 * headings, quotations, code, tables, other links, character references) stays in the text as it was typed, and a line
 * feed is a line break. Takes time linear in the text's length; never refuses.
 */
export const parseProse = (markdown: string): ProseNode[] => parseBlocks(markdown).map(nodeOf);

/** The numbers of the evidence that a text cites, each once, in the order of their first mention. */
export function citedNumbers(markdown: string): number[] {
  const numbers = new Set<number>();
  for (const node of inlines(parseProse(markdown))) if (node.type === 'citation') numbers.add(node.number);
  return [...numbers];
}
