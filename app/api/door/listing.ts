import { ok, type Result, refuse } from '@/domain/result';

/** One page of a list, as asked for: how many items, and the opaque place to go on from. */
export type Page = { limit: number; cursor: string | undefined };

const STANDARD = 50;
const MOST = 200;

/** Reads `limit` and `cursor` of a list's query. */
export function pageOf(query: { limit?: string; cursor?: string }): Result<Page> {
  const limit = query.limit === undefined ? STANDARD : Number(query.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return refuse('malformed', 'limit', `limit is a whole number from 1 to ${MOST}.`);
  }
  if (query.cursor !== undefined && !/^[\w-]{1,64}$/.test(query.cursor)) {
    return refuse('malformed', 'cursor', 'This cursor is not one of ours. Follow the Link header instead.');
  }
  return ok({ limit, cursor: query.cursor });
}

/** A list asked for one item more than the page holds: the page, and the cursor of the next one if there is more. */
export function cut<T>(items: T[], { limit }: Page, cursorOf: (item: T) => string): { items: T[]; next?: string } {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return items.length > limit && last !== undefined ? { items: page, next: cursorOf(last) } : { items: page };
}

/** The Link header to the next page: a path that keeps the query (RFC 8288). */
export function nextLink(url: URL, cursor: string): string {
  const query = new URLSearchParams(url.searchParams);
  query.set('cursor', cursor);
  return `<${url.pathname}?${query}>; rel="next"`;
}
