import type { ArticleDoc, Block, Container, ListItem, TextBlock } from './schema';

/** A text block where it stands: its text begins at `start` in the revision's plain text, inside these containers. */
export type Placed = {
  node: TextBlock;
  start: number;
  text: string;
  /** the lists, items and quotations around it, outermost first; the same object for all that stand in one */
  within: readonly Container[];
};

export const isTextBlock = (node: Block | ListItem): node is TextBlock =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'caption';

export const textOfBlock = ({ content = [] }: TextBlock): string => content.map(({ text }) => text).join('');

/** The text blocks of a document in its order. A document as long as a revision may be is read in some milliseconds. */
export function placedBlocks(doc: ArticleDoc): Placed[] {
  const found: Placed[] = [];
  let start = 0;
  const read = (nodes: readonly (Block | ListItem)[], within: readonly Container[]): void => {
    for (const node of nodes) {
      if (!isTextBlock(node)) {
        read(node.content, [...within, node]);
        continue;
      }
      const text = textOfBlock(node);
      found.push({ node, start, text, within });
      start += text.length + 1;
    }
  };
  read(doc.content, []);
  return found;
}

/** The revision's plain text: the text blocks joined by one line feed. */
export const textOfDoc = (doc: ArticleDoc): string =>
  placedBlocks(doc)
    .map(({ text }) => text)
    .join('\n');

/** A document of paragraphs without marks. */
export const plainDoc = (paragraphs: readonly string[]): ArticleDoc => ({
  type: 'doc',
  content: paragraphs.map((text) => ({
    type: 'paragraph',
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  })),
});

/** Whether a document says nothing that its text does not: unmarked paragraphs, outside lists and quotations. */
export const isPlain = (doc: ArticleDoc): boolean =>
  doc.content.every(
    (node) =>
      node.type === 'paragraph' &&
      !Object.values(node.attrs ?? {}).some((value) => value !== null) &&
      (node.content ?? []).every(({ marks = [] }) => marks.length === 0),
  );

/**
 * The document with each text block turned into another, or left out for null, by its index. Containers that are left
 * empty go too, and an item that no longer begins with a paragraph gives what it begins with one's form.
 */
export function mapBlocks(doc: ArticleDoc, turn: (node: TextBlock, index: number) => TextBlock | null): Block[] {
  let index = -1;
  const read = (node: Block): Block[] => {
    if (isTextBlock(node)) {
      index += 1;
      return [turn(node, index) ?? []].flat();
    }
    if (node.type === 'blockquote') {
      const content = node.content.flatMap(read);
      return content.length > 0 ? [{ ...node, content }] : [];
    }
    const content = node.content.flatMap((item) => itemsOf(item.content.flatMap(read)));
    return content.length > 0 ? [{ ...node, content }] : [];
  };
  return doc.content.flatMap(read);
}

/** The items that some blocks make: one, which begins with a paragraph; those of a list that they begin with. */
export function itemsOf(blocks: Block[]): ListItem[] {
  const [first, ...rest] = blocks;
  if (!first) return [];
  if (first.type === 'bulletList' || first.type === 'orderedList') {
    const last = first.content.at(-1)!;
    return [...first.content.slice(0, -1), { ...last, content: [...last.content, ...rest] }];
  }
  if (first.type === 'blockquote') return itemsOf([...first.content, ...rest]);
  const { content } = first;
  const paragraph =
    first.type === 'paragraph' ? first : { type: 'paragraph' as const, ...(content ? { content } : {}) };
  return [{ type: 'listItem', content: [paragraph, ...rest] }];
}
