import { ok, type Result } from '@/domain/result';
import { type Followed, footingOf, type Worded } from '@/domain/revision';
import type { NewestRevision } from '../claims/places';
import type { Reading } from '../claims/rows';
import { followApart } from './apart';
import { textsOf } from './texts';

/**
 * What became of places in a new text: found outside any transaction, since it may take seconds, and looked up within
 * one. A place that was changed or made meanwhile is not there.
 */
export class FoundPlaces {
  readonly #found = new Map<string, Followed>();

  constructor(
    readonly text: string,
    readonly language: string,
  ) {}

  of(before: NewestRevision, place: Worded): Followed | undefined {
    return this.#found.get(keyOf(before, place));
  }

  /** Finds those of the places that were not found yet. A refusal where that takes too long. */
  async find(db: Reading, articleId: string, before: NewestRevision, all: readonly Worded[]): Promise<Result<true>> {
    const places = all.filter((place) => !this.of(before, place));
    if (places.length === 0) return ok(true);
    const texts = await textsBefore(db, articleId, before, places);
    const { text, language } = this;
    const now = { number: before.number + 1, text };
    const found = await followApart({
      places,
      before: { number: before.number, text: before.body },
      now,
      texts,
      language,
    });
    if (!found.ok) return found;
    for (const [index, each] of found.value.entries()) this.#found.set(keyOf(before, places[index]!), each);
    return ok(true);
  }
}

const keyOf = ({ number }: NewestRevision, { place, words }: Worded): string => JSON.stringify([number, words, place]);

/** The texts of the revisions in which words last stood that are not in the newest any more, and of the newest. */
async function textsBefore(
  db: Reading,
  articleId: string,
  before: NewestRevision,
  places: readonly Worded[],
): Promise<Map<number, string>> {
  const numbers = places.map(({ place }) => footingOf(place, before.number).revision);
  const earlier = [...new Set(numbers)].filter((number) => number !== before.number);
  const texts = new Map([[before.number, before.body]]);
  for (const { number, body } of await textsOf(db, articleId, earlier)) texts.set(number, body);
  return texts;
}
