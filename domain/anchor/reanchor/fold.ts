/** Characters that newspapers set in several ways, each as the plainest of them. */
const TYPOGRAPHY: [RegExp, string][] = [
  [/[‘’‚‛′ʼ`´‹›『』]/gu, "'"],
  [/[“”„‟″«»「」〝〞]/gu, '"'],
  [/[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58]+/gu, '-'],
  [/…/gu, '...'],
];

/** What a reader does not see: soft hyphens, joiners, marks of direction, variation selectors. */
export const UNSEEN_CHARACTER = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;
const UNSEEN = new RegExp(UNSEEN_CHARACTER, 'gu');

/** A superior or a fraction beside a digit is part of the figure: "10²" is not "102", "1½" is not "11/2". */
const COMPATIBLE = /(?<!\p{N})\p{No}+(?!\p{N})|\P{No}+/gu;

/**
 * The words with typography set aside: quotation marks, dashes, the ellipsis, full-width letters, ligatures and composed
 * accents each in one form, and nothing that is not seen. Case stays; so does every space.
 */
export function folded(words: string): string {
  let plain = words.replace(UNSEEN, '');
  for (const [set, as] of TYPOGRAPHY) plain = plain.replace(set, as);
  return plain.replace(COMPATIBLE, (part) => part.normalize('NFKC')).normalize('NFC');
}
