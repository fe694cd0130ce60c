import { type Anchor, sentencesTouching } from '../anchor';
import type { ArticleRights } from '../article';
import { codePointsIn } from '../text';
import type { Place } from './payload';

/** The text that claims stand in, and what of it may be republished. */
export type Ground = { text: string; language: string; rights: ArticleRights };

/**
 * A claim's place as an edition may print it. Under `excerpt` rights it holds nothing of the article beyond the
 * sentences that the claim touches: they are named whole, and prefix and suffix are cut to them.
 */
export function placeOf({ start, end, exact, prefix, suffix }: Anchor, { text, language, rights }: Ground): Place {
  const before = codePointsIn(text.slice(0, start));
  const points = { start: before, end: before + codePointsIn(exact) };
  if (rights !== 'excerpt') return { start, end, exact, prefix, suffix, sentence: null, points };
  const around = sentencesTouching(text, { start, end }, language);
  return {
    start,
    end,
    exact,
    prefix: prefix.slice(Math.max(0, prefix.length - (start - around.start))),
    suffix: suffix.slice(0, around.end - end),
    sentence: { text: text.slice(around.start, around.end), start: around.start },
    points,
  };
}

/** Whether the text says at the anchor's offsets just what the anchor says. */
export const standsIn = (text: string, { start, end, exact, state }: Anchor): boolean =>
  (state === 'exact' || state === 'moved') && exact !== '' && text.slice(start, end) === exact;
