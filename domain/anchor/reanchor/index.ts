import type { Described } from '../anchor';
import { align } from './alignment';
import { placeOf } from './place';
import { LOST, type Reanchored, stateAt } from './state';

export { type ChangeKind, changeKindSchema, changeKinds } from './change-kind';
export type { Reanchored } from './state';

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
  const aligned = align(oldText, newText);
  const texts = { oldText, newText, language, vocabulary: aligned.vocabulary };
  return anchors.map((anchor) => {
    const place = placeOf(aligned, anchor);
    return place ? stateAt(texts, anchor, place.span, place.inOrder) : LOST;
  });
}
