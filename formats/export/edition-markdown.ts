import type { FootnoteDefinition, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { addressOf, claimsOf, type EditionClaim, type Payload } from '@/domain/edition';
import { replyInWords } from '@/domain/reply-words';
import { verdictOf } from '@/domain/scale';
import { type Inline, type ProseNode, parseProse, safeHref } from '../prose';
import { articleMarkdown, footnoteOf, referenceTo } from './article-markdown';

/*
 * An edition as Markdown: the article, or its excerpts, with a footnote (as GitHub's Markdown writes them) after the
 * last word of each claim. The printer escapes whatever Markdown would take for markup.
 */

type Item = EditionClaim['content']['evidence'][number];

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const heading = (depth: 1 | 2, value: string): RootContent => ({ type: 'heading', depth, children: [text(value)] });
const link = (href: string | null, words: string): PhrasingContent => {
  const url = href === null ? null : safeHref(href);
  return url === null ? text(words) : { type: 'link', url, children: [text(words)] };
};
const bulleted = (children: ListItem[]): List => ({ type: 'list', ordered: false, spread: false, children });
const item = (...children: ListItem['children']): ListItem => ({ type: 'listItem', spread: false, children });

function inline(node: Inline): PhrasingContent {
  if (node.type === 'text') return text(node.text);
  if (node.type === 'break') return { type: 'break' };
  if (node.type === 'citation') return text(`[${node.number}]`);
  const children = node.children.map(inline);
  return node.type === 'link'
    ? { type: 'link', url: node.href, children: children as never }
    : { type: node.type, children };
}

function block(node: ProseNode): Paragraph | List {
  if (node.type === 'paragraph') return paragraph(...node.children.map(inline));
  const children = node.items.map((each) => item(...each.children.map(block)));
  return node.type === 'numbered'
    ? { type: 'list', ordered: true, start: node.start, spread: false, children }
    : bulleted(children);
}

function evidenceLine({ number, stance, source, quote, locator, accessedOn, archivedUrl }: Item): ListItem {
  const named =
    'description' in source
      ? [text(`${source.description} (source not named)`)]
      : [
          link(source.url, source.title),
          text([null, source.publisher, source.publishedOn].filter((x, i) => i === 0 || x).join(', ')),
        ];
  const rest = [quote && `“${quote}”`, locator, accessedOn && `Accessed ${accessedOn}.`].filter(Boolean).join(' ');
  return item(
    paragraph(
      text(`[${number}] ${stance}: `),
      ...named,
      text(rest ? `. ${rest}` : '.'),
      ...(archivedUrl ? [text(' '), link(archivedUrl, 'Archived copy'), text('.')] : []),
    ),
  );
}

const independently = ({ verifiedBy, adjudicated }: EditionClaim): string => {
  if (verifiedBy) return ' Verified independently by two reviewers.';
  return adjudicated ? ` Two independent reviewers differed: ${adjudicated.reason}` : '';
};

function footnote(claim: EditionClaim, { frame }: Payload): FootnoteDefinition {
  const { content, checkedBy, approvedBy } = claim;
  const verified = independently(claim);
  const value = verdictOf(frame.scale, content.verdict?.key ?? null);
  const found: PhrasingContent = {
    type: 'strong',
    children: [text(`Claim ${claim.k}: ${value?.label ?? 'No verdict'}.`)],
  };
  return {
    type: 'footnoteDefinition',
    identifier: footnoteOf(claim),
    label: footnoteOf(claim),
    children: [
      paragraph(found, text(` ${content.statement}`)),
      ...parseProse(content.rationale).map(block),
      ...(content.evidence.length > 0 ? [bulleted(content.evidence.map(evidenceLine))] : []),
      ...(content.replies ?? []).map((reply) => paragraph(text(`Right of reply: ${replyInWords(reply)}`))),
      paragraph(
        text(
          `Checked by ${checkedBy.join(', ')}.${verified} Approved by ${approvedBy}, ${claim.approvedAt.slice(0, 10)}.`,
        ),
      ),
    ],
  };
}

function headOf({ frame }: Payload, origin: string): RootContent[] {
  const { article, edition, checkedBy, approvedBy, desk } = frame;
  const from = [article.publication, article.byline, article.publishedOn].filter((part) => part !== null).join(', ');
  return [
    heading(1, article.title),
    ...(from || article.url
      ? [
          paragraph(
            ...(from ? [text(`${from}. `)] : []),
            ...(article.url ? [link(article.url, 'Read the original')] : []),
          ),
        ]
      : []),
    paragraph(
      text(`Checked by ${checkedBy.join(', ')}, approved by ${approvedBy.join(', ')}. `),
      ...(desk.onePerson ? [text('Checked and approved by one person. ')] : []),
      link(`${origin}${addressOf(article.slug, edition.number)}`, `Edition ${edition.number}`),
      text(` by ${desk.name}, published ${edition.publishedAt.slice(0, 10)}.`),
      ...(desk.contact === undefined ? [] : [text(` Report an error: ${desk.contact}`)]),
    ),
    ...(edition.note === null ? [] : [paragraph(text(edition.note))]),
  ];
}

/** The desk's word on the whole, where it wrote one. */
const conclusionOf = ({ conclusion }: Payload['frame']): RootContent[] =>
  conclusion ? [heading(2, 'Conclusion'), ...parseProse(conclusion.text).map(block)] : [];

/** Each claim in one line, and of each withdrawn one when and why. */
const summaryOf = (payload: Payload): List =>
  bulleted(
    payload.claims.map((entry) => {
      if ('withdrawal' in entry) {
        return item(
          paragraph(text(`A claim was withdrawn on ${entry.withdrawal.at.slice(0, 10)}: ${entry.withdrawal.reason}`)),
        );
      }
      const value = verdictOf(payload.frame.scale, entry.claim.content.verdict?.key ?? null);
      const label: PhrasingContent = { type: 'strong', children: [text(value?.label ?? 'No verdict')] };
      return item(paragraph(label, text(`: ${entry.claim.content.statement}`), referenceTo(entry.claim)));
    }),
  );

/** An edition as a document with footnotes, before it is printed. */
export function editionTree(payload: Payload, origin: string): Root {
  const body = articleMarkdown(payload);
  return {
    type: 'root',
    children: [
      ...headOf(payload, origin),
      ...conclusionOf(payload.frame),
      heading(2, 'Claims'),
      summaryOf(payload),
      ...(body.length > 0
        ? [heading(2, payload.frame.article.text === null ? 'From the article' : 'The article'), ...body]
        : []),
      ...claimsOf(payload).map((claim) => footnote(claim, payload)),
    ],
  };
}

/** An edition as a Markdown document with footnotes. */
export const editionMarkdown = (payload: Payload, origin: string): string =>
  toMarkdown(editionTree(payload, origin), { extensions: [gfmFootnoteToMarkdown()], bullet: '-' });
