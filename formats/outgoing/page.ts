import type { IncomingMessage } from 'node:http';
import { ok, type Result, refuse } from '@/domain/result';
import { askAt, type Outgoing, type Validators } from './follow';

/** What stands at an address, as it was sent: decoding and reading it is an importer's work. */
export type Page = {
  /** where it was found in the end, after redirects */
  url: string;
  bytes: Uint8Array;
  /** `text/html`; null where the site did not say */
  type: string | null;
  /** as the Content-Type header names it */
  charset: string | null;
  etag: string | null;
  lastModified: string | null;
};

const PASTE = 'Paste the article’s text instead.';
const sentenceFor = (status: number): [rule: string, sentence: string] => {
  if (status === 404 || status === 410)
    return ['fetch-gone', `There is no page at this address (${status}). Check it, or paste the article’s text.`];
  if (status === 429) return ['fetch-busy', 'The site asks not to be read so often (429). Try again later.'];
  if ([401, 402, 403, 407, 451].includes(status))
    return ['fetch-denied', `The site does not let Stet read this page (${status}). ${PASTE}`];
  if (status >= 500)
    return ['fetch-site-failed', `The site answered with an error of its own (${status}). Try again later.`];
  return ['fetch-status', `The site answered with status ${status}, which comes without a page. ${PASTE}`];
};

const LONGEST_WAIT = 7 * 24 * 3600;

/** Seconds that a Retry-After header asks to wait; undefined without one, at most a week. */
export function waitAsked(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), LONGEST_WAIT);
}

/** A media type and its charset, in small letters, from a Content-Type header. */
export function typeOf(header: string | undefined): Pick<Page, 'type' | 'charset'> {
  const [media = '', ...parameters] = (header ?? '').split(';');
  const named = parameters.map((each) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(each)?.[1]).find(Boolean);
  return { type: media.trim().toLowerCase() || null, charset: named?.toLowerCase() ?? null };
}

function judging(types: readonly string[]) {
  return ({ statusCode = 0, headers }: IncomingMessage): Result<true> => {
    if (statusCode === 304) return ok(true);
    if (statusCode !== 200) {
      const refused = refuse('rule', ...sentenceFor(statusCode), { pointer: '/url' });
      if (!refused.ok) refused.refusal.retryAfter = waitAsked(headers['retry-after']);
      return refused;
    }
    const { type } = typeOf(headers['content-type']);
    if (type === null || types.includes(type)) return ok(true);
    const message = `This address holds ${type.slice(0, 80)}, not an article’s text. Give the address of the article’s own page.`;
    return refuse('rule', 'fetch-type', message, { pointer: '/url' });
  };
}

/**
 * Fetches the page at an address, if it is of one of these media types or does not say of which. Null when it is
 * unchanged since `validators`. Refuses as {@link askAt} does, and every status but 200 and 304, with how long the site
 * asks to wait where it does.
 */
export async function fetchPage(
  address: string,
  { types, validators }: { types: readonly string[]; validators?: Validators | null },
  outgoing: Outgoing,
): Promise<Result<Page | null>> {
  const accept = [...types, '*/*;q=0.1'].join(', ');
  const answer = await askAt(address, { accept, validators, judge: judging(types) }, outgoing);
  if (!answer.ok) return answer;
  const { status, url, bytes, headers } = answer.value;
  if (status === 304) return ok(null);
  const { etag = null, 'last-modified': lastModified = null } = headers;
  return ok({ url, bytes, ...typeOf(headers['content-type']), etag, lastModified });
}
