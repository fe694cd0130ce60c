import type { Quote, Span } from './anchor';
import { occurrences } from './occurrences';

/** A quote from elsewhere, with what its source says of where it stands: as much of it as there is. */
export type ForeignQuote = { exact: string; prefix: string; suffix: string; position: Span | null };

/** Where a foreign quote stands, or why that cannot be said. */
export type FoundQuote = Span | 'missing' | 'ambiguous';

/** Units of context that have to agree; more of it often holds what one site adds and another does not. */
const CONTEXT = 16;

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]+/gu, '');

/**
 * Where the words of a foreign quote stand in a text: at the position that its source gives, if they are there; else
 * where they stand once, or where one of several places alone has the surroundings that the source gives.
 */
export function findQuote(text: string, quote: ForeignQuote, language: string): FoundQuote {
  const { position, exact } = quote;
  if (position && exact.trim() !== '' && text.slice(position.start, position.end) === exact) return position;
  const places = everywhere(text, exact, language);
  if (places.length <= 1) return places[0] ?? 'missing';
  const fitting = places.filter((place) => surrounds(text, place, quote));
  return fitting.length === 1 ? fitting[0]! : 'ambiguous';
}

/** As whole words, typography aside; failing that, letter by letter, since a selection elsewhere may cut a word. */
function everywhere(text: string, exact: string, language: string): Span[] {
  const words = exact.trim();
  const whole = occurrences(text, words, language);
  if (whole.length > 0 || words === '') return whole;
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < 2; at = text.indexOf(words, at + words.length)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

function surrounds(text: string, { start, end }: Span, { prefix, suffix }: ForeignQuote): boolean {
  const [before, after] = [bare(prefix).slice(-CONTEXT), bare(suffix).slice(0, CONTEXT)];
  if (before === '' && after === '') return false;
  return (
    bare(text.slice(Math.max(0, start - 4 * CONTEXT), start)).endsWith(before) &&
    bare(text.slice(end, end + 4 * CONTEXT)).startsWith(after)
  );
}

/** A span with the words that the text says there. */
export const quoteAt = (text: string, { start, end }: Span): Quote => ({ start, end, exact: text.slice(start, end) });
