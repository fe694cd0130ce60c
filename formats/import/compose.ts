import { type ArticleDoc, mapBlocks, type Placed, placedBlocks, textOfDoc } from '@/domain/doc';
import { ok, type Result, refuse } from '@/domain/result';
import type { Facts, Given, Import, Recognised, SetAside, Source, SourceLine } from './article';
import { fitting } from './fitting';
import { guessedLanguage } from './language';
import { recognise } from './recognise';
import { suggestedTitle } from './title';

/** How large an imported text may be, in bytes of UTF-8. */
export const LARGEST_TEXT = 2 * 1024 * 1024;
/** How many lines it may have; more than any article, fewer than an editor chokes on. */
export const MOST_LINES = 20_000;

export const isTooLarge = (text: string): boolean =>
  text.length > LARGEST_TEXT || new TextEncoder().encode(text).length > LARGEST_TEXT;

export const tooLarge = (): Result<never> =>
  refuse('too-large', 'text-too-large', 'This text is over 2 MB. Import the article alone, or in parts.');

/** What is known apart from title and language, which every article has. */
type Described = Omit<Facts, 'title' | 'language'>;

const isSetAside = (line: SourceLine): line is SetAside => line.role !== 'paragraph';

/** An address that names nobody is that of whoever wrote or published the article. */
function contactOf(facts: Described): Facts['contact'] {
  const { contact, byline, publication } = facts;
  return contact && { ...contact, name: contact.name || byline || publication || contact.email };
}

function factsOf(given: Given, recognised: Partial<Facts>): Described {
  const said = <Key extends keyof Described>(key: Key): Facts[Key] | null =>
    given[key] !== undefined ? (given[key] as Facts[Key]) : (recognised[key] ?? null);
  const facts = {
    publication: said('publication'),
    byline: said('byline'),
    contact: said('contact'),
    publishedOn: said('publishedOn'),
    url: said('url'),
  };
  return { ...facts, contact: contactOf(facts) };
}

/** The one heading of the first level with which a text begins. */
function mainHeading(blocks: Placed[]): string | null {
  const main = blocks.filter(({ node }) => node.type === 'heading' && node.attrs.level === 1);
  const [only] = main;
  return main.length === 1 && blocks.indexOf(only!) < 5 ? only!.text : null;
}

/** What is said in a transcript is never what stands around an article. */
const isSpeech = (block: Placed | undefined): boolean =>
  block?.node.type === 'paragraph' && Boolean(block.node.attrs?.speaker ?? block.node.attrs?.time);

/** Where headings are told apart, only one of them, or the title that the page names, is the title. */
function recognisedIn({ doc, facts, structured }: Source, lines: string[], given: Given) {
  const blocks = placedBlocks(doc);
  const title = given.title ?? facts.title ?? (structured ? mainHeading(blocks) : null);
  const mayBe = ({ role, facts: said }: Recognised, at: number): boolean =>
    !isSpeech(blocks[at]) &&
    (role !== 'title' || !structured || blocks[at]?.node.type === 'heading' || said?.title === title);
  return recognise(lines, { ...given, ...(title === null ? {} : { title }) }, mayBe);
}

/** The document without what is set aside; null when that is everything. */
function kept(doc: ArticleDoc, lines: SourceLine[]): ArticleDoc | null {
  if (!lines.some(isSetAside)) return doc;
  const content = mapBlocks(doc, (node, index) => (isSetAside(lines[index]!) ? null : node));
  return content.length > 0 ? { type: 'doc', content } : null;
}

/**
 * An article from what a format's reader found: recognises what the lines say, sets aside what is not article, and lets
 * what is given win over what the source names, and that over what was recognised. Refuses what holds nothing, only
 * lines that are set aside, over 20,000 lines or over 2 MB.
 */
export function composed(source: Source, given: Given): Import {
  const text = textOfDoc(source.doc);
  if (text.trim() === '') return refuse('malformed', 'text-empty', 'There is no text here. Paste the article’s text.');
  if (isTooLarge(text)) return tooLarge();
  const texts = text.split('\n');
  if (texts.length > MOST_LINES) {
    return refuse('too-large', 'text-too-many-lines', 'This text has over 20,000 lines. Import the article alone.');
  }
  const { lines, facts: recognised } = recognisedIn(source, texts, given);
  const doc = kept(source.doc, lines);
  if (!doc) {
    return refuse(
      'malformed',
      'text-all-set-aside',
      'Every line of this text is set aside. Put back those that are article.',
    );
  }
  return ok(article(source, given, { doc, lines, facts: fitting({ ...recognised, ...source.facts }) }));
}

type Found = { doc: ArticleDoc; lines: SourceLine[]; facts: Partial<Facts> };

function article({ doc: whole, repairs }: Source, given: Given, { doc, lines, facts }: Found) {
  const text = textOfDoc(doc);
  const title = given.title?.trim() || facts.title;
  return {
    ...factsOf(given, facts),
    title: title || suggestedTitle(text.slice(0, text.indexOf('\n') + 1 || undefined).trim()),
    titled: Boolean(title),
    language: given.language ?? facts.language ?? guessedLanguage(text),
    text,
    doc,
    whole,
    setAside: lines.filter(isSetAside),
    lines,
    repairs,
  };
}
