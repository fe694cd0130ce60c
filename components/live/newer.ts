import type { News } from '@/client/stream/stream';
import type { Event } from '@/domain/event';

/** What of the log a list shows: all that is named here must fit. */
export type Shows = { kind?: string; by?: string; article?: string; to?: string };

/** Whether a list that shows so much would have an entry for this. */
export const isShownBy =
  ({ kind, by, article, to }: Shows) =>
  (event: Event): boolean =>
    (kind === undefined || event.type.startsWith(`${kind}.`)) &&
    (by === undefined || event.by === by) &&
    (article === undefined || event.articleId === article) &&
    (to === undefined || event.at.slice(0, 10) <= to);

/** What was heard, and at which line of the log the list stood then. */
export type Heard = { at: number; what: News };

/** What came after the line that a list was made at: how much of it; null where too much was missed to be counted. */
export function countedAfter(since: number, news: readonly Heard[]): number | null {
  if (news.some(({ at, what }) => what === 'anew' && at === since)) return null;
  return news.filter(({ what }) => what !== 'anew' && Number(what.id) > since).length;
}

export const inWords = (many: number | null, what: string): string =>
  many === 1 ? `1 new ${what}` : `${many ?? 'There are'} new ${what === 'entry' ? 'entries' : `${what}s`}`;
