import type { Described, Span } from '../anchor';
import { Alignment } from './alignment';
import { inWholeWords } from './bounds';
import { Places } from './place';
import { LOST, type Reanchored, stateAt } from './state';

/** How many units both begin with alike. */
function alike(one: string, other: string): number {
  let many = 0;
  while (many < one.length && many < other.length && one[many] === other[many]) many += 1;
  return many;
}

const backwards = (words: string): string => [...words].reverse().join('');

/** How many units beside the place are those of the quote's context. */
function agreement(text: string, at: number, { exact, prefix, suffix }: Described): number {
  const after = at + exact.length;
  return (
    alike(backwards(text.slice(Math.max(0, at - prefix.length), at)), backwards(prefix)) +
    alike(text.slice(after, after + suffix.length), suffix)
  );
}

/**
 * The place that says the quote letter for letter, or null when none does. Of several, the one whose surroundings agree
 * most with the quote's; of those, the one nearest to where it was said to stand.
 */
export function placeOfQuote(text: string, quote: Described): Span | null {
  if (quote.exact === '') return null;
  let best: { at: number; agrees: number; far: number } | null = null;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const found = { at, agrees: agreement(text, at, quote), far: Math.abs(at - quote.start) };
    if (!best || found.agrees > best.agrees || (found.agrees === best.agrees && found.far < best.far)) best = found;
  }
  return best && { start: best.at, end: best.at + quote.exact.length };
}

/**
 * Finds a quote of which nothing is known but its words, what stood beside them and about where, as another program
 * describes one. Without context, `prefix` and `suffix` are empty.
 */
export function anchorQuote(
  text: string,
  quote: Described,
  { language = 'en' }: { language?: string } = {},
): Reanchored {
  if (quote.exact.trim() === '') return LOST;
  const oldText = quote.prefix + quote.exact + quote.suffix;
  const start = quote.prefix.length;
  const anchor = { ...quote, start, end: start + quote.exact.length };
  const said = placeOfQuote(text, quote);
  const alignment = new Alignment(oldText, said ? '' : text); // what is said letter for letter needs no closer reading
  const place = said ? { span: said, inOrder: true } : new Places(alignment, oldText, text).of(anchor);
  if (!place) return LOST;
  const span = inWholeWords(oldText, anchor, text, place.span);
  const texts = { oldText, newText: text, language, vocabulary: alignment.pairing.vocabulary };
  return stateAt(texts, anchor, span, place.inOrder);
}
