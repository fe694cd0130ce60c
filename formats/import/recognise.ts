import type { Facts, Given, Recognised, SourceLine } from './article';
import { furniture } from './furniture';
import { isPublicationAlone, mastheadLine } from './masthead';
import { endsSentence, isSameTitle, readsLikeTitle } from './title';

type Findings = (Recognised | null)[];
export type Recognition = { lines: SourceLine[]; facts: Partial<Facts> };

/** How far a masthead reaches, and how near the end an author's address stands, in lines. */
const HEAD = 10;
const TAIL = 15;
/** Lines such as a standfirst that may stand between title and byline. */
const STRANGERS = 2;

const titleLine = (text: string): Recognised => ({
  role: 'title',
  reason: 'This is the title.',
  facts: { title: text.replace(/^#{1,6} /, '') },
});

/** A title stands above an article: some line soon after it must end like a sentence. */
const headsSomething = (lines: string[], found: Findings, at: number): boolean =>
  lines.slice(at + 1, at + 1 + HEAD).some((text, i) => !found[at + 1 + i] && endsSentence(text) && !mastheadLine(text));

/** A publication's name alone counts beside a date or byline, or above a title. */
function publicationAlone(lines: string[], found: Findings, at: number): Recognised | null {
  const text = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  if (!isPublicationAlone(text)) return null;
  const beside = mastheadLine(next) ?? (at > 0 ? mastheadLine(lines[at - 1] ?? '') : null);
  const above = at === 0 && readsLikeTitle(next) && headsSomething(lines, found, at + 1);
  return beside || above
    ? { role: 'publication', reason: 'This names the publication.', facts: { publication: text } }
    : null;
}

/** Reads title, publication, date and byline from the lines above the article into `found`. */
function readHead(lines: string[], found: Findings, title: string | null): void {
  const isGiven = (text: string) => title !== null && isSameTitle(text, title);
  const guessing = !lines.slice(0, HEAD).some(isGiven);
  let titled = false;
  let strangers = 0;
  for (let at = 0; at < Math.min(HEAD, lines.length) && strangers <= STRANGERS; at += 1) {
    const text = lines[at]!;
    const masthead = mastheadLine(text) ?? publicationAlone(lines, found, at);
    if (masthead && found[at]?.role === 'contact') found[at] = masthead;
    if (found[at] && !isGiven(text)) continue;
    const guessed = guessing && strangers === 0 && readsLikeTitle(text) && headsSomething(lines, found, at);
    if (!titled && isGiven(text)) found[at] = titleLine(text);
    else if (masthead) found[at] = masthead;
    else if (!titled && guessed) found[at] = titleLine(text);
    else strangers += text.length > 250 ? STRANGERS + 1 : 1;
    titled ||= found[at]?.role === 'title';
  }
}

function readAll(lines: string[], given: Given): Findings {
  const found = lines.map((text, i) => furniture(text, i < HEAD || i >= lines.length - TAIL));
  readHead(lines, found, given.title ?? null);
  return found;
}

const byHand: Recognised = { role: 'other', reason: 'Set aside by hand.' };

/**
 * Tells what each line of a text is, and what the lines that were set aside say of the article: the first to name a
 * thing counts, but for a publication named with its date rather than in a copyright notice. A line that
 * `given.setAside` puts back says nothing, nor does what `mayBe` denies.
 */
export function recognise(
  lines: string[],
  given: Given,
  mayBe: (finding: Recognised, at: number) => boolean = () => true,
): Recognition {
  const chosen = given.setAside && new Set(given.setAside);
  const found = readAll(lines, given).map((read, i) => {
    const finding = read && mayBe(read, i) ? read : null;
    if (!chosen) return finding;
    return chosen.has(lines[i]!) ? (finding ?? byHand) : null;
  });
  const facts: Partial<Facts> = {};
  for (const finding of found) Object.assign(facts, { ...finding?.facts, ...facts });
  return {
    facts,
    lines: lines.map((text, line) => {
      const { role, reason } = found[line] ?? { role: 'paragraph' as const, reason: null };
      return { line, text, role, reason };
    }),
  };
}
