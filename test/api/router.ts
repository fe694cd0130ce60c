import { AsyncLocalStorage } from 'node:async_hooks';
import type { ProblemDocument } from '@/domain/contract/route';
import { expectDocumented } from './answers';
import { handlerFor } from './handlers';

/** Where these tests' desk is served. */
export const origin = 'http://localhost:3000';

/** The headers of the request that is being answered, for a test that stands in for `next/headers`. */
export const asked = new AsyncLocalStorage<Headers>();

/** How somebody shows who they are: an access token, or a browser's session cookie. */
export type Caller = { token: string } | { cookie: string };

export type Sent = {
  as?: Caller | null;
  /** sent as JSON, unless it is a form or bytes */
  body?: unknown;
  /** an entity tag, or several */
  ifMatch?: string | null;
  key?: string;
  /** what is said of the Origin; a browser with a cookie says ours unless told otherwise */
  origin?: string | null;
  headers?: Record<string, string>;
};

export type Answered<T = unknown> = {
  status: number;
  headers: Headers;
  etag: string;
  text: string;
  body: T;
  /** ids of the rules that a refusal names */
  rules: string[];
};

/**
 * Asks the real route handlers, as Next would choose them, on the database of this process. Throws when the answer is
 * not one that the OpenAPI document lists.
 */
export async function call<T = unknown>(method: string, target: string, sent: Sent = {}): Promise<Answered<T>> {
  const url = new URL(target, origin);
  const found = await handlerFor(method, url.pathname);
  if (!found?.handler) throw new Error(`Nothing answers ${method} ${url.pathname}`);
  const request = requestOf(method, url, sent);
  const { handler, params } = { ...found, handler: found.handler };
  const response = await asked.run(request.headers, () => handler(request, { params: Promise.resolve(params) }));
  const answer = { status: response.status, headers: response.headers, text: await saidBy(response) };
  if (/^\/(api\/v1|healthz|readyz)\b/.test(found.path) && !found.path.includes('{...')) {
    expectDocumented(method, found.path, answer);
  }
  const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && answer.text !== '';
  const body = (json ? JSON.parse(answer.text) : null) as T;
  return { ...answer, etag: response.headers.get('etag') ?? '', body, rules: rulesOf(body) };
}

/** What an answer says; of an event stream, which has no end, what it says first. */
async function saidBy(response: Response): Promise<string> {
  if (!/^text\/event-stream/.test(response.headers.get('content-type') ?? '')) return response.text();
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

const rulesOf = (body: unknown): string[] => (body as ProblemDocument | null)?.problems?.map(({ rule }) => rule) ?? [];

export function requestOf(method: string, url: URL, sent: Sent): Request {
  const headers = new Headers({ host: url.host, ...showing(sent.as), ...sent.headers });
  if (sent.ifMatch != null) headers.set('If-Match', sent.ifMatch);
  if (sent.key !== undefined) headers.set('Idempotency-Key', sent.key);
  const from = sent.origin === undefined && sent.as && 'cookie' in sent.as ? origin : sent.origin;
  if (from != null) headers.set('Origin', from);
  const body = bodyOf(sent.body);
  if (typeof body === 'string' && !headers.has('content-type')) headers.set('Content-Type', 'application/json');
  return new Request(url, { method, headers, body });
}

const showing = (as: Caller | null | undefined): Record<string, string> => {
  if (!as) return {};
  return 'token' in as ? { Authorization: `Bearer ${as.token}` } : { Cookie: as.cookie };
};

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined || body instanceof FormData || body instanceof Uint8Array) return body as BodyInit | undefined;
  return JSON.stringify(body);
}
