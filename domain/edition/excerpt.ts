import type { Place } from './payload';

/** An unbroken piece of the article and where it begins in the revision's text, in UTF-16 units. */
export type Stretch = { start: number; text: string };

export const endOf = ({ start, text }: Stretch): number => start + text.length;

/** The sentences that an excerpt shows, in the order of the article, those that overlap joined. */
export function excerptsOf(places: readonly Place[]): Stretch[] {
  const found = places
    .flatMap(({ sentence }) => sentence ?? [])
    .sort((a, b) => a.start - b.start || b.text.length - a.text.length);
  const joined: Stretch[] = [];
  for (const { start, text } of found) {
    const last = joined.at(-1);
    if (last && start <= endOf(last)) last.text += text.slice(Math.max(0, endOf(last) - start));
    else joined.push({ start, text });
  }
  return joined;
}
