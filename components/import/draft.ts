import type { ImportRequest, SentContent } from '@/domain/contract/articles';
import { type ArticleDoc, isPlain, type Placed, placedBlocks, withTexts } from '@/domain/doc';

/** One line of the original, as the person means it to be. */
export type DraftLine = {
  id: number;
  text: string;
  setAside: boolean;
  reason: string | null;
  /** what it is beyond a paragraph, for people; absent from one */
  as?: string;
};

/** The lines of a text that is not stored yet. */
export type DraftText = {
  lines: DraftLine[];
  /** the lines as a document, a text block each, where they are more than paragraphs */
  doc?: ArticleDoc;
};

/** What is known of an article that is not stored yet; every field as it stands in its box. */
export type Draft = DraftText & {
  title: string;
  /** whether no headline was found, and the title is made of the first sentence */
  suggested: boolean;
  publication: string;
  byline: string;
  contactName: string;
  contactEmail: string;
  publishedOn: string;
  url: string;
  language: string;
  rights: NonNullable<ImportRequest['rights']>;
  scale: string;
  repairs: string[];
};

/** A preview of an import, as far as a draft is made of it. */
export type Recognised = {
  title: string;
  publication: string | null;
  byline: string | null;
  contact: { name: string; email: string } | null;
  publishedOn: string | null;
  url: string | null;
  language: string;
  rights: Draft['rights'];
  scale: { id: string };
  lines: { text: string; role: string; setAside: boolean; reason: string | null }[];
  doc: ArticleDoc;
  titled: boolean;
  repairs: string[];
};

const containerWords = { bulletList: 'List', orderedList: 'Numbered list', blockquote: 'Quotation', listItem: '' };

/** What a text block is beyond a paragraph, in words for the person who checks it. */
function wordsFor({ node, within }: Placed): string | undefined {
  const around = within.map(({ type }) => containerWords[type]).filter(Boolean);
  const own = node.type === 'heading' ? ['Heading'] : node.type === 'caption' ? ['Caption'] : [];
  const { speaker, time } = (node.type === 'paragraph' && node.attrs) || {};
  return [...around, ...own, speaker, time].filter(Boolean).join(' · ') || undefined;
}

/** The lines of a text that was read, as a draft begins with them. */
export function draftTextOf(found: Pick<Recognised, 'lines' | 'doc'>): DraftText {
  const doc = isPlain(found.doc) ? undefined : found.doc;
  const blocks = doc ? placedBlocks(doc) : [];
  return {
    lines: found.lines.map(({ text, setAside, reason }, id) => {
      const as = blocks[id] && wordsFor(blocks[id]);
      return { id, text, setAside, reason, ...(as ? { as } : {}) };
    }),
    ...(doc ? { doc } : {}),
  };
}

export function draftOf(found: Recognised): Draft {
  return {
    title: found.title,
    suggested: !found.titled,
    publication: found.publication ?? '',
    byline: found.byline ?? '',
    contactName: found.contact?.name ?? '',
    contactEmail: found.contact?.email ?? '',
    publishedOn: found.publishedOn ?? '',
    url: found.url ?? '',
    language: found.language,
    rights: found.rights,
    scale: found.scale.id,
    ...draftTextOf(found),
    repairs: found.repairs,
  };
}

const orNull = (text: string): string | null => text.trim() || null;
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** The lines that are not empty, each in a paragraph of its own: a text to read again. */
export const textOf = ({ lines }: DraftText): string =>
  lines
    .map(({ text }) => oneLine(text))
    .filter(Boolean)
    .join('\n\n');

/** The draft with another text in one of its lines. */
export const withText = <D extends DraftText>(draft: D, id: number, text: string): D => ({
  ...draft,
  lines: draft.lines.map((line) => (line.id === id ? { ...line, text } : line)),
});

/** The draft with a line set aside or put back, and every other line that reads the same: an import knows them by their words. */
export function withAside<D extends DraftText>(draft: D, id: number, setAside: boolean): D {
  const words = draft.lines.find((line) => line.id === id)?.text;
  const lines = draft.lines.map((line) => (line.text === words ? { ...line, setAside, reason: null } : line));
  return { ...draft, lines };
}

/** What a draft holds: its document where its lines are more than paragraphs, else their text. */
export const contentOf = (draft: DraftText): SentContent =>
  draft.doc
    ? {
        format: 'doc',
        content: JSON.stringify(
          withTexts(
            draft.doc,
            draft.lines.map(({ text }) => oneLine(text)),
          ),
        ),
      }
    : { format: 'text', content: textOf(draft) };

/** The words of the lines that are set aside. */
export const asideOf = ({ lines }: DraftText): string[] =>
  lines.flatMap((line) => (line.setAside && oneLine(line.text) ? [oneLine(line.text)] : []));

/** The import that a draft asks for. A contact needs both name and address: half of one is sent, to be refused in words. */
export const requestOf = (draft: Draft): ImportRequest => ({
  ...contentOf(draft),
  title: oneLine(draft.title),
  publication: orNull(draft.publication),
  byline: orNull(draft.byline),
  contact:
    orNull(draft.contactName) || orNull(draft.contactEmail)
      ? { name: draft.contactName.trim(), email: draft.contactEmail.trim() }
      : null,
  publishedOn: orNull(draft.publishedOn),
  url: orNull(draft.url),
  language: draft.language.trim() || 'en',
  rights: draft.rights,
  scale: draft.scale,
  setAside: asideOf(draft),
});
