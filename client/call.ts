import type { z } from 'zod';
import type { contract } from '@/domain/contract';
import { addresses, partsOf, type RouteName } from '@/domain/contract/addresses';
import { type ProblemDocument, problemSchema, type Route } from '@/domain/contract/route';

type Parts<R extends RouteName> =
  (typeof contract)[R] extends Route<infer Body, infer Query, infer Answer>
    ? { body: z.infer<Body>; query: z.infer<Query>; answer: z.infer<Answer> }
    : never;
export type BodyOf<R extends RouteName> = Parts<R>['body'];
export type QueryOf<R extends RouteName> = Parts<R>['query'];
export type ValueOf<R extends RouteName> = Parts<R>['answer'];

/** What came of a request. HTTP never throws: a refusal carries its problem document, and no answer at all is `offline`. */
export type Answer<T> =
  | { ok: true; value: T; etag: string | null; status: number /** cursor of a list's next page */; next: string | null }
  | {
      ok: false;
      offline: false;
      status: number;
      problem: ProblemDocument;
      etag: string | null;
      /** seconds to wait, as the server asked for */
      retryAfter: number | null;
    }
  | { ok: false; offline: true };

export type CallOptions<R extends RouteName> = {
  /** for the `{name}`s of the path */
  params?: Record<string, string | number>;
  query?: QueryOf<R>;
  body?: BodyOf<R>;
  /** instead of a body: a form with a `file`, for routes that take one */
  form?: FormData;
  ifMatch?: string | null;
  /** the Idempotency-Key */
  key?: string;
  /** who the caller believes to be signed in: a session of somebody else is refused instead of used */
  person?: string;
  /** lets the request outlive the page; for small bodies only */
  keepalive?: boolean;
  signal?: AbortSignal;
};

/** Calls a route of the contract. An aborted call answers `offline`; whoever aborted knows. */
export async function call<R extends RouteName>(
  name: R,
  options: CallOptions<R> = {},
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Answer<ValueOf<R>>> {
  const [method, path] = partsOf(addresses[name]);
  try {
    const response = await fetch(addressOf(path, options), {
      method,
      headers: headersOf(options),
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: 'same-origin',
      keepalive: options.keepalive,
      signal: options.signal,
    });
    return await answerOf<ValueOf<R>>(response);
  } catch (thrown) {
    if (thrown instanceof TypeError || thrown instanceof DOMException) return { ok: false, offline: true };
    throw thrown;
  }
}

const addressOf = <R extends RouteName>(path: string, { params = {}, query }: CallOptions<R>): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(params[name]);
  });
  const given = Object.entries(query ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return given.length === 0 ? filled : `${filled}?${new URLSearchParams(given)}`;
};

const headersOf = <R extends RouteName>({ body, ifMatch, key, person }: CallOptions<R>): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(ifMatch ? { 'if-match': ifMatch } : {}),
  ...(key ? { 'idempotency-key': key } : {}),
  ...(person ? { 'stet-person': person } : {}),
});

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const { status, headers } = response;
  const etag = headers.get('etag');
  const said = await response.text();
  if (response.ok) {
    const value = (said === '' ? null : JSON.parse(said)) as T;
    return { ok: true, value, etag, status, next: nextCursor(headers.get('link')) };
  }
  return {
    ok: false,
    offline: false,
    status,
    problem: problemOf(response, said),
    etag,
    retryAfter: secondsOf(headers),
  };
}

/** The problem document of a refusal; something that stands in front of the server may have answered otherwise. */
function problemOf({ status, statusText }: Response, said: string): ProblemDocument {
  try {
    const parsed = problemSchema.safeParse(JSON.parse(said));
    if (parsed.success) return parsed.data;
  } catch {
    // not JSON: said in our own words below
  }
  const detail = `The server answered ${status}${statusText ? ` (${statusText})` : ''} without saying why.`;
  return { type: 'about:blank', title: statusText || 'Refused', status, detail };
}

function secondsOf(headers: Headers): number | null {
  const after = headers.get('retry-after');
  if (after === null) return null;
  const seconds = Number(after);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(after);
  return Number.isNaN(at) ? null : Math.max(0, (at - Date.now()) / 1000);
}

const nextCursor = (link: string | null): string | null => {
  const target = link && /<([^>]*)>\s*;\s*rel="?next"?/.exec(link)?.[1];
  return target ? new URL(target, 'http://same.origin').searchParams.get('cursor') : null;
};

/** The sentences of a refusal, for people: one for each broken rule, else what the problem says as a whole. */
export const sentencesOf = (problem: ProblemDocument): string[] =>
  problem.problems?.length ? problem.problems.map(({ message }) => message) : [problem.detail];
