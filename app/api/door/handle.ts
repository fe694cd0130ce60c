import type { z } from 'zod';
import { unavailable } from '@/db/client';
import { etagOf } from '@/domain/canonical';
import type { Access, Route } from '@/domain/contract/route';
import { map, ok, type Result, refuse } from '@/domain/result';
import { parsed, readJson } from './body';
import { type Caller, callerOf, withKey } from './caller';
import { expectedOf, matches } from './conditions';
import { nextLink, type Page, pageOf } from './listing';
import { problemDocument, problemResponse } from './problem';
import { readUpload, type UploadedFile } from './upload';

/** What a route's handler is given: all of it parsed by the contract. */
export type Call<B, Q, W extends Access> = {
  /** proof of what the caller may do; null on public routes */
  permit: Caller<W>;
  params: Params;
  query: Q;
  body: B;
  /** the file that was uploaded in place of content; null where there is none */
  file: UploadedFile | null;
  page: Page;
  /** the entity tags of If-Match; null where it is absent */
  expected: readonly string[] | null;
  request: Request;
};

/** What a handler answers; `version` is what the ETag is of, where that is not the body. */
export type Reply<A> = { body: A; version?: unknown; location?: string; next?: string; headers?: Headers };

/** What stands for `{id}` and `{n}` in a route's path: an opaque id, and a whole number. */
export type Params = { id: string; n: string };

/** Next gives an address without parameters none at all. */
export type Context = { params: Promise<Partial<Params> | undefined> };
export type Handler = (request: Request, context: Context) => Promise<Response>;

/** A route handler of Next for a route of the contract: turns a request into one call and its result into HTTP. */
export function handle<B extends z.ZodType, Q extends z.ZodObject, A extends z.ZodType, W extends Access>(
  route: Route<B, Q, A, W>,
  answer: (call: Call<z.infer<B>, z.infer<Q>, W>) => Promise<Result<Reply<z.infer<A>>>>,
): Handler {
  return async (request, context) => {
    try {
      const url = new URL(request.url);
      const call = await callOf(route, request, url, await context.params);
      if (!call.ok) return problemResponse(call.refusal);
      const result = await answer(call.value);
      return result.ok ? replyResponse(route, request, url, result.value) : problemResponse(result.refusal);
    } catch (thrown) {
      return failure(thrown);
    }
  };
}

export async function callOf<B extends z.ZodType, Q extends z.ZodObject, A extends z.ZodType, W extends Access>(
  route: Route<B, Q, A, W>,
  request: Request,
  url: URL,
  given: Partial<Params> | undefined,
): Promise<Result<Call<z.infer<B>, z.infer<Q>, W>>> {
  const caller = await callerOf(request, url, route.access);
  if (!caller.ok) return caller;
  const params = paramsOf(given);
  if (!params.ok) return params;
  const query = parsed(route.query, Object.fromEntries(url.searchParams));
  if (!query.ok) return query;
  const page = pageOf(route.paged ? (query.value as { limit?: string; cursor?: string }) : {});
  if (!page.ok) return page;
  const expected = expectedOf(request.headers, route.ifMatch);
  if (!expected.ok) return expected;
  const body = await bodyOf(route, request);
  if (!body.ok) return body;
  const permit = withKey(caller.value, request, url, body.value.body);
  if (!permit.ok) return permit;
  const read = { query: query.value, ...body.value, page: page.value, expected: expected.value };
  return ok({ permit: permit.value, params: params.value, request, ...read });
}

/** What cannot be an id or a number names nothing that exists. */
function paramsOf({ id = 'none', n = '0' }: Partial<Params> = {}): Result<Params> {
  const sound = /^[\w-]{1,64}$/.test(id) && /^\d{1,9}$/.test(n);
  return sound ? ok({ id, n }) : refuse('missing', 'not-found', 'There is nothing at this address.');
}

type Body<B> = { body: B; file: UploadedFile | null };

async function bodyOf<B extends z.ZodType>(
  route: Pick<Route<B>, 'body' | 'multipart'>,
  request: Request,
): Promise<Result<Body<z.infer<B>>>> {
  if (!route.body) return ok({ body: undefined as z.infer<B>, file: null });
  const { body: schema } = route;
  const read = route.multipart
    ? await readUpload(request)
    : map(await readJson(request), (value) => ({ value, file: null }));
  return read.ok ? map(parsed(schema, read.value.value), (body) => ({ body, file: read.value.file })) : read;
}

function replyResponse(route: Route, request: Request, url: URL, reply: Reply<unknown>): Response {
  const headers = new Headers(reply.headers);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  if (reply.location) headers.set('Location', reply.location);
  if (reply.next) headers.set('Link', nextLink(url, reply.next));
  if (route.etag) {
    const etag = etagOf(reply.version ?? reply.body);
    headers.set('ETag', etag);
    if (request.method === 'GET' && matches(request.headers, etag)) return new Response(null, { status: 304, headers });
  }
  if (route.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(reply.body, { status: route.status, headers });
}

/** What a bug or an unavailable database is answered with. */
export function failure(thrown: unknown): Response {
  const passing = unavailable(thrown);
  if (passing) {
    const headers = new Headers({ 'Retry-After': String(passing.retryAfter) });
    const { message: detail } = passing;
    return problemDocument({ type: 'about:blank', title: 'Unavailable', status: 503, detail }, headers);
  }
  console.error(thrown);
  const detail = 'Something went wrong on our side. Nothing was stored; try again, and tell the desk if it stays so.';
  return problemDocument({ type: 'about:blank', title: 'Error', status: 500, detail });
}
