import type { ArticleDoc } from '@/domain/doc';
import type { Result } from '@/domain/result';

/** What a line of an imported text is: `paragraph` is the article, everything else is set aside from it. */
export type LineRole =
  | 'paragraph'
  | 'title'
  | 'publication'
  | 'date'
  | 'byline'
  | 'contact'
  | 'copyright'
  | 'reprint'
  | 'comment-policy'
  | 'other';

export type Contact = { name: string; email: string };

/** What a text says of itself; null where it does not say. Dates are `YYYY-MM-DD`. */
export type Facts = {
  title: string | null;
  publication: string | null;
  byline: string | null;
  contact: Contact | null;
  publishedOn: string | null;
  /** the original's own address, where the source names it */
  url: string | null;
  /** BCP 47 */
  language: string | null;
};

/** What one line was recognised as, with the facts that it states. */
export type Recognised = { role: Exclude<LineRole, 'paragraph'>; reason: string; facts?: Partial<Facts> };

/** A line of the source as it was read: blank lines left out, lines broken at a fixed width joined. */
export type SourceLine = {
  /** position in the source's order, from 0 */
  line: number;
  text: string;
  role: LineRole;
  /** why it was set aside, one sentence; null for a paragraph */
  reason: string | null;
};

export type SetAside = SourceLine & { role: Exclude<LineRole, 'paragraph'>; reason: string };

/**
 * What the person importing says. Each given field wins over what was recognised; null means that there is none.
 * `setAside`, where given, replaces the recognition: just the lines that read exactly like one of these are set aside,
 * so a line is put back by leaving it out.
 */
export type Given = Partial<Omit<Facts, 'language'>> & { language?: string; setAside?: string[] };

export type ImportedArticle = Omit<Facts, 'title' | 'language'> & {
  /** given, recognised or suggested; never empty */
  title: string;
  /** BCP 47 */
  language: string;
  /** the revision's plain text: the paragraphs joined by one line feed; never holds the title */
  text: string;
  doc: ArticleDoc;
  /** whether the title was given or found; else it is made of how the text begins */
  titled: boolean;
  setAside: SetAside[];
  /** every line in the source's order, so that a preview shows what is set aside in its place */
  lines: SourceLine[];
  /** the document of all lines, one text block each: with some of them set aside it is `doc` */
  whole: ArticleDoc;
  /** what was changed so that the text could be stored, in sentences */
  repairs: string[];
};

export type Import = Result<ImportedArticle>;

/** What a reader of one format makes of foreign content: everything that may be article, and what it says of itself. */
export type Source = {
  doc: ArticleDoc;
  facts: Partial<Facts>;
  repairs: string[];
  /** whether the source tells its headings from its paragraphs, so that a title need not be guessed */
  structured: boolean;
};
