import { mapBlocks, textOfBlock } from './blocks';
import type { ArticleDoc, TextBlock, TextNode } from './schema';

/** The inline content from one offset to another. */
function cut(content: readonly TextNode[], from: number, to: number): TextNode[] {
  let at = 0;
  return content.flatMap((node) => {
    const start = at;
    at += node.text.length;
    const text = node.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...node, text }];
  });
}

const isFirstHalf = (unit: string | undefined): boolean => unit !== undefined && /^[\uD800-\uDBFF]$/.test(unit);

/** How many units two texts begin with alike, no half of a surrogate pair among them. */
function alike(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return isFirstHalf(a[length - 1]) ? length - 1 : length;
}

/** A text block that says something else: the words before and after the change keep their marks, new ones have none. */
function reworded(block: TextBlock, text: string): TextBlock {
  const before = textOfBlock(block);
  if (before === text) return block;
  const head = alike(before, text);
  const reversed = (words: string) => [...words].reverse().join('');
  const tail = alike(reversed(before.slice(head)), reversed(text.slice(head)));
  const { content = [] } = block;
  const middle = text.slice(head, text.length - tail);
  const changed: TextNode[] = middle === '' ? [] : [{ type: 'text', text: middle }];
  return {
    ...block,
    content: [...cut(content, 0, head), ...changed, ...cut(content, before.length - tail, before.length)],
  };
}

/** The document whose text blocks say these texts, one each in its order; one that says nothing is left out. */
export const withTexts = (doc: ArticleDoc, texts: readonly string[]): ArticleDoc => ({
  type: 'doc',
  content: mapBlocks(doc, (node, index) => {
    const text = texts[index] ?? '';
    return text === '' ? null : reworded(node, text);
  }),
});
