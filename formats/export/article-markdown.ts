import type { BlockContent, Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { type ArticleDoc, type Block, isTextBlock, type ListItem, type Mark, type TextBlock } from '@/domain/doc';
import { claimsOf, type EditionClaim, excerptsOf, type Payload, type Stretch } from '@/domain/edition';
import { safeHref } from '@/domain/safe-href';
import { paragraphsOf } from '@/domain/text';

/** Where a claim's words end in the revision's text. */
type Ending = { claim: EditionClaim; end: number };

/** A reference to the footnote of a claim, which {@link footnoteOf} names. */
export const referenceTo = (claim: EditionClaim): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: footnoteOf(claim),
  label: footnoteOf(claim),
});
export const footnoteOf = ({ k }: EditionClaim): string => `claim-${k}`;

function marked(words: string, [mark, ...inner]: readonly Mark[]): PhrasingContent {
  if (!mark) return { type: 'text', value: words };
  const children = [marked(words, inner)];
  if (mark.type === 'bold') return { type: 'strong', children };
  if (mark.type === 'italic') return { type: 'emphasis', children };
  const url = safeHref(mark.attrs.href);
  return url === null ? marked(words, inner) : { type: 'link', url, children: children as never };
}

type Words = { text: string; marks?: readonly Mark[] };

/** Words that begin at `start` in the revision's text, with a reference after the last word of each claim. */
function cited(words: readonly Words[], start: number, endings: readonly Ending[]): PhrasingContent[] {
  let at = start;
  return words.flatMap(({ text, marks = [] }) => {
    const pieces: PhrasingContent[] = [];
    const [from, to] = [at, at + text.length];
    for (const { claim, end } of endings) {
      if (end <= from || end > to) continue;
      if (end > at) pieces.push(marked(text.slice(at - from, end - from), marks));
      pieces.push(referenceTo(claim));
      at = end;
    }
    if (at < to) pieces.push(marked(text.slice(at - from), marks));
    at = to;
    return pieces;
  });
}

function paragraphsIn({ start, text }: Stretch, endings: readonly Ending[]): Paragraph[] {
  let at = start;
  return paragraphsOf(text).flatMap((each) => {
    const children = cited([{ text: each }], at, endings);
    at += each.length + 1;
    return each === '' ? [] : { type: 'paragraph' as const, children };
  });
}

const spoken = (node: TextBlock): PhrasingContent[] => {
  const { speaker, time, continues } = (node.type === 'paragraph' && node.attrs) || {};
  const said = [continues ? null : speaker, time].filter((part) => part != null).join(' · ');
  return said === ''
    ? []
    : [
        { type: 'strong', children: [{ type: 'text', value: `${said}:` }] },
        { type: 'text', value: ' ' },
      ];
};

/** The blocks of a document, walked in order so that each knows where its text begins. */
function blocksOf(doc: ArticleDoc, endings: readonly Ending[]): BlockContent[] {
  let at = 0;
  const textBlock = (node: TextBlock): (Paragraph | Heading)[] => {
    const words = node.content ?? [];
    const children = [...spoken(node), ...cited(words, at, endings)];
    at += words.reduce((sum, { text }) => sum + text.length, 0) + 1;
    if (children.length === 0) return [];
    if (node.type !== 'heading') return [{ type: 'paragraph', children }];
    // the article's own headings stand below the document's two levels
    return [{ type: 'heading', depth: Math.min(node.attrs.level + 2, 6) as Heading['depth'], children }];
  };
  const item = ({ content }: ListItem) => ({
    type: 'listItem' as const,
    spread: false,
    children: content.flatMap(block),
  });
  const block = (node: Block): BlockContent[] => {
    if (isTextBlock(node)) return textBlock(node);
    if (node.type === 'blockquote') return [{ type: 'blockquote', children: node.content.flatMap(block) }];
    const children = node.content.map(item);
    const ordered = node.type === 'orderedList';
    return [{ type: 'list', ordered, start: ordered ? (node.attrs?.start ?? 1) : null, spread: false, children }];
  };
  return doc.content.flatMap(block);
}

/** The article as an edition may show it: whole, or each excerpt as a quotation. */
export function articleMarkdown(payload: Payload): RootContent[] {
  const places = claimsOf(payload).flatMap((claim) =>
    (claim.place ? [claim.place, ...claim.alsoAt] : []).map((place) => ({ claim, place })),
  );
  const endings = places
    .map(({ claim, place: { end } }) => ({ claim, end }))
    .sort((a, b) => a.end - b.end || a.claim.k - b.claim.k);
  const { text, doc } = payload.frame.article;
  if (text === null) {
    return excerptsOf(places.map(({ place }) => place)).map((excerpt) => ({
      type: 'blockquote',
      children: paragraphsIn(excerpt, endings),
    }));
  }
  return doc ? blocksOf(doc, endings) : paragraphsIn({ start: 0, text }, endings);
}
