import type { Node } from '@tiptap/pm/model';

/** A text block: where its first character stands, as an offset in the plain text and as an editor position. */
export type Block = { index: number; offset: number; position: number; length: number };

/** The last block whose key is at or before the value; the first where none is. */
function lastAtOrBefore(blocks: readonly Block[], key: 'offset' | 'position', value: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]![key] <= value) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}

const within = (value: number, length: number): number => Math.min(Math.max(value, 0), length);

function blocksOf(doc: Node): Block[] {
  const blocks: Block[] = [];
  let offset = 0;
  doc.descendants((node, before) => {
    if (!node.isTextblock) return true;
    blocks.push({ index: blocks.length, offset, position: before + 1, length: node.content.size });
    offset += node.content.size + 1;
    return false;
  });
  return blocks;
}

/**
 * Turns offsets of a document's plain text (its blocks joined by one "\n", UTF-16 units) into editor positions and
 * back, each in O(log n). A block's boundary is one character there and two positions here.
 */
export type OffsetTable = {
  text: string;
  blocks: readonly Block[];
  /** The block that holds the offset; its end belongs to it. Undefined in a document without text blocks. */
  blockAt(offset: number): Block | undefined;
  positionAt(offset: number): number;
  /** A position between two blocks counts as the end of the one before. */
  offsetAt(position: number): number;
};

const tables = new WeakMap<Node, OffsetTable>();

/** The table of a document, made once. Within a block every inline node must be as long as its text, as text is. */
export function offsetTable(doc: Node): OffsetTable {
  const known = tables.get(doc);
  if (known) return known;
  const blocks = blocksOf(doc);
  const table: OffsetTable = {
    text: doc.textBetween(0, doc.content.size, '\n', '\n'),
    blocks,
    blockAt: (offset) => lastAtOrBefore(blocks, 'offset', offset),
    positionAt(offset) {
      const block = lastAtOrBefore(blocks, 'offset', offset);
      return block ? block.position + within(offset - block.offset, block.length) : 0;
    },
    offsetAt(position) {
      const block = lastAtOrBefore(blocks, 'position', position);
      return block ? block.offset + within(position - block.position, block.length) : 0;
    },
  };
  tables.set(doc, table);
  return table;
}
