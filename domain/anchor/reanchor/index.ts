import type { Described } from '../anchor';
import { Alignment } from './alignment';
import { inWholeWords } from './bounds';
import { Places } from './place';
import { anchorQuote, placeOfQuote } from './quotes';
import { LOST, type Reanchored, stateAt } from './state';

export { type ChangeKind, changeKindSchema, changeKinds } from './change-kind';
export { anchorQuote } from './quotes';
export type { Reanchored } from './state';

/** The anchor where the old text says its words, should that not be where it was said to stand; null when nowhere. */
function located(oldText: string, anchor: Described): Described | null {
  if (oldText.slice(anchor.start, anchor.end) === anchor.exact) return anchor;
  const place = placeOfQuote(oldText, anchor);
  return place && { ...anchor, ...place };
}

/**
 * Where each claim of the old text stands in the new one, in the order given. `exact`: the same words in the same
 * surroundings; `moved`: the same words elsewhere, or set in other typography; `changed`: found, but the words differ,
 * and `changes` says how, the most telling first; `lost`: gone, with null for start and end.
 * The language, a BCP 47 tag, tells words and names apart; an ill-formed one is read as English.
 */
export function anchorAll(
  oldText: string,
  newText: string,
  anchors: readonly Described[],
  { language = 'en' }: { language?: string } = {},
): Reanchored[] {
  const alignment = new Alignment(oldText, newText);
  const places = new Places(alignment, oldText, newText);
  const texts = { oldText, newText, language, vocabulary: alignment.pairing.vocabulary };
  return anchors.map((given) => {
    if (given.exact.trim() === '') return LOST;
    const anchor = located(oldText, given);
    if (!anchor) return anchorQuote(newText, given, { language });
    const place = places.of(anchor);
    if (!place) return LOST;
    const span = inWholeWords(oldText, anchor, newText, place.span);
    return stateAt(texts, anchor, span, place.inOrder);
  });
}
