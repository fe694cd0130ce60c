import { createElement, type ReactNode } from 'react';
import {
  type ArticleDoc,
  type Block,
  isTextBlock,
  type ListItem,
  type Mark,
  type TextBlock,
  type TextNode,
} from '@/domain/doc';
import { safeHref } from '@/domain/safe-href';

type Props = { doc: ArticleDoc; language: string };

/** A text within its marks, the outermost first. */
function drawnText({ text, marks = [] }: TextNode): ReactNode {
  const within = (mark: Mark, inner: ReactNode): ReactNode => {
    if (mark.type !== 'link') return createElement(mark.type === 'bold' ? 'strong' : 'em', null, inner);
    const { href } = mark.attrs;
    return createElement('a', { href: safeHref(href) ?? undefined, title: href, tabIndex: -1 }, inner);
  };
  return marks.reduceRight<ReactNode>((inner, mark) => within(mark, inner), text);
}

const attributesOf = (node: TextBlock) => {
  if (node.type !== 'paragraph') return node.type === 'caption' ? { className: 'caption' } : {};
  const { speaker, time, continues } = node.attrs ?? {};
  return { 'data-speaker': speaker, 'data-time': time, 'data-continues': continues };
};

function drawn(node: Block | ListItem): ReactNode {
  if (isTextBlock(node)) {
    const { content = [] } = node;
    // biome-ignore lint/correctness/useJsxKeyInIterable: they become arguments, of which there is no list to be keyed
    const words = content.length === 0 ? [createElement('br')] : content.map(drawnText);
    const tag = node.type === 'heading' ? `h${node.attrs.level}` : 'p';
    return createElement(tag, { dir: 'auto', ...attributesOf(node) }, ...words);
  }
  const inner = node.content.map(drawn);
  if (node.type === 'orderedList') return createElement('ol', { start: node.attrs?.start ?? undefined }, ...inner);
  const tag = node.type === 'bulletList' ? 'ul' : node.type === 'listItem' ? 'li' : 'blockquote';
  return createElement(tag, null, ...inner);
}

/** The article before its editor stands, on the server too: the same words in the same place, so that nothing shifts. */
export const PlainArticle = ({ doc, language }: Props) =>
  createElement('div', { className: 'article-text', lang: language }, ...doc.content.map(drawn));
