import { plainDoc } from '@/domain/doc';
import { ok, type Result, refuse } from '@/domain/result';
import { looksBinary, repair } from '@/domain/text';
import type { Given, Import } from './article';
import { composed, isTooLarge, MOST_LINES, tooLarge } from './compose';
import { linesOf, plainSpaces } from './lines';
import { withSpeakers } from './transcript';

function readable(content: string): Result<string> {
  if (isTooLarge(content)) return tooLarge();
  if (looksBinary(content)) {
    return refuse('malformed', 'text-binary', 'This is not text but a binary file. Paste the article’s text instead.');
  }
  return ok(content);
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
  if (source.length > MOST_LINES) {
    return refuse('too-large', 'text-too-many-lines', 'This text has over 20,000 lines. Import the article alone.');
  }
  const rejoining = rejoined ? ['Lines broken at a fixed width were joined into paragraphs.'] : [];
  const repairs = [...repaired.repairs, ...spaced.repairs, ...rejoining];
  return composed({ doc: withSpeakers(plainDoc(source)), facts: {}, repairs, structured: false }, given);
}
