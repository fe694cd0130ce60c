import { type Extensions, Mark, mergeAttributes, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { safeHref } from '@/domain/safe-href';

/** An attribute that shows in the page as `data-` and its name, where it is set. */
const shown = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] == null ? {} : { [`data-${name}`]: String(attributes[name]) },
});

/** A paragraph; in a transcript it knows who speaks, when, and whether it goes on with what they were saying. */
const ArticleParagraph = Paragraph.extend({
  addAttributes: () => ({
    speaker: shown('speaker'),
    time: shown('time'),
    continues: {
      ...shown('continues'),
      parseHTML: (element: HTMLElement) => element.hasAttribute('data-continues') || null,
    },
  }),
});

const Caption = Node.create({
  name: 'caption',
  group: 'block',
  content: 'text*',
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { class: 'caption', dir: 'auto' }), 0],
});

/** A link as the article had it: to be seen, and in an editable element not followed by a click. */
const ArticleLink = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => safeHref(element.getAttribute('href') ?? '') !== null && null },
  ],
  renderHTML: ({ HTMLAttributes: { href } }) => ['a', { href: safeHref(String(href)), title: href, tabindex: '-1' }, 0],
});

/**
 * What `domain/doc` lets a document hold, for Tiptap: nothing else can be shown or typed. Within a text block every
 * inline node is as long as its text.
 */
export const articleSchema: Extensions = [
  Document,
  Text,
  ArticleParagraph.configure({ HTMLAttributes: { dir: 'auto' } }),
  Heading.configure({ HTMLAttributes: { dir: 'auto' } }),
  Caption,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  Bold,
  Italic,
  ArticleLink,
];
