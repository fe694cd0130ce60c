import { ok, type Result, refuse } from '@/domain/result';
import { looksBinary, repair } from '@/domain/text';
import type { ArticleDoc, Facts, Given, Import, SetAside, SourceLine } from './article';
import { guessedLanguage } from './language';
import { linesOf, plainSpaces } from './lines';
import { recognise } from './recognise';
import { suggestedTitle } from './title';

/** How large an imported text may be, in bytes of UTF-8. */
export const LARGEST_TEXT = 2 * 1024 * 1024;
/** How many lines it may have; more than any article, fewer than an editor chokes on. */
export const MOST_LINES = 20_000;

function readable(content: string): Result<string> {
  if (content.length > LARGEST_TEXT || new TextEncoder().encode(content).length > LARGEST_TEXT) {
    return refuse('too-large', 'text-too-large', 'This text is over 2 MB. Import the article alone, or in parts.');
  }
  if (looksBinary(content)) {
    return refuse('malformed', 'text-binary', 'This is not text but a binary file. Paste the article’s text instead.');
  }
  return ok(content);
}

const docOf = (paragraphs: string[]): ArticleDoc => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

const isSetAside = (line: SourceLine): line is SetAside => line.role !== 'paragraph';

/** An address that names nobody is that of whoever wrote or published the article. */
function contactOf(facts: Omit<Facts, 'title'>): Facts['contact'] {
  const { contact, byline, publication } = facts;
  return contact && { ...contact, name: contact.name || byline || publication || contact.email };
}

function factsOf(given: Given, recognised: Partial<Facts>): Omit<Facts, 'title'> {
  const said = <Key extends keyof Facts>(key: Key): Facts[Key] | null =>
    given[key] !== undefined ? (given[key] as Facts[Key]) : (recognised[key] ?? null);
  const facts = {
    publication: said('publication'),
    byline: said('byline'),
    contact: said('contact'),
    publishedOn: said('publishedOn'),
  };
  return { ...facts, contact: contactOf(facts) };
}

function articleOf(source: string[], given: Given, repairs: string[]): Import {
  const { lines, facts } = recognise(source, given);
  const paragraphs = lines.filter((line) => !isSetAside(line)).map((line) => line.text);
  const text = paragraphs.join('\n');
  const [first] = paragraphs;
  if (first === undefined) {
    return refuse(
      'malformed',
      'text-all-set-aside',
      'Every line of this text is set aside. Put back those that are article.',
    );
  }
  return ok({
    ...factsOf(given, facts),
    title: given.title?.trim() || facts.title || suggestedTitle(first),
    language: given.language ?? guessedLanguage(text),
    text,
    doc: docOf(paragraphs),
    setAside: lines.filter(isSetAside),
    lines,
    repairs,
  });
}

/**
 * Reads an article from plain text, as it was pasted or as a file held it: repairs what cannot be stored, finds the
 * paragraphs, recognises title, publication, date, byline and contact, and sets aside the lines that are not article.
 * It takes time linear in the text's length. Given fields win over recognised ones; see {@link Given} for `setAside`.
 *
 * Refuses, as `malformed`, binary content and content without a line of article, and, as `too-large`, more than
 * 2 MB or 20,000 lines.
 */
export function importText(content: string, given: Given = {}): Import {
  const checked = readable(content);
  if (!checked.ok) return checked;
  const repaired = repair(checked.value);
  const spaced = plainSpaces(repaired.text);
  const { lines: source, rejoined } = linesOf(spaced.text);
  if (source.length === 0) return refuse('malformed', 'text-empty', 'There is no text here. Paste the article’s text.');
  if (source.length > MOST_LINES) {
    return refuse('too-large', 'text-too-many-lines', 'This text has over 20,000 lines. Import the article alone.');
  }
  const rejoining = rejoined ? ['Lines broken at a fixed width were joined into paragraphs.'] : [];
  return articleOf(source, given, [...repaired.repairs, ...spaced.repairs, ...rejoining]);
}
