import { type ArticleDoc, type ListItem, type Mark, type Placed, placedBlocks, type TextNode } from '@/domain/doc';

const wrapped = (text: string, mark: Mark): string => {
  if (mark.type === 'link') return `[${text}](${mark.attrs.href})`;
  return mark.type === 'bold' ? `**${text}**` : `*${text}*`;
};
const inline = (content: TextNode[] = []): string =>
  content.map(({ text, marks = [] }) => marks.reduceRight(wrapped, text)).join('');

/** What stands before a block: a mark for each list and quotation around it, then its own. */
function lead({ node, within }: Placed): string {
  const around = within.map((container, at) => {
    if (container.type === 'blockquote') return '> ';
    if (container.type === 'bulletList') return '- ';
    if (container.type !== 'orderedList') return '';
    const item = within[at + 1];
    return `${(container.attrs?.start ?? 1) + container.content.indexOf(item as ListItem)}. `;
  });
  if (node.type === 'heading') return `${around.join('')}${'#'.repeat(node.attrs.level)} `;
  if (node.type === 'caption') return `${around.join('')}^ `;
  const { speaker, time, continues } = node.attrs ?? {};
  const said = [time, speaker, continues ? '…' : null].filter(Boolean).join(' ');
  return around.join('') + (said ? `[${said}] ` : '');
}

/** A document a line a block, in a notation that a person can write and compare. */
export const outline = (doc: ArticleDoc): string =>
  placedBlocks(doc)
    .map((block) => lead(block) + inline(block.node.content))
    .join('\n');
