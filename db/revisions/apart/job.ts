import { type Followed, follow, type NumberedText, type Worded } from '@/domain/revision';

/** Places to be followed into a new text, and the texts in which their words last stood. */
export type Job = {
  places: readonly Worded[];
  before: NumberedText;
  now: NumberedText;
  /** the texts of earlier revisions that places are looked for from, by number */
  texts: ReadonlyMap<number, string>;
  /** BCP 47 */
  language: string;
};

/** What becomes of the places, in their order. */
export const followed = ({ places, before, now, texts, language }: Job): Followed[] =>
  follow(places, before, now, (revision) => texts.get(revision) ?? '', language);

/** How long the work may take, roughly: characters to compare, times the places to be found in them. */
export const sizeOf = ({ places, before, now }: Job): number =>
  (before.text.length + now.text.length) * (places.length + 1);
