import { randomBytes } from 'node:crypto';

/** What a test shows of who asks: an access token, a cookie, an Origin other than our own, or none (null). */
export type Visit = {
  method?: string;
  body?: unknown;
  params?: { id?: string; n?: string };
  query?: string;
  token?: string;
  cookie?: string;
  origin?: string | null;
  headers?: Record<string, string>;
};
type Handler = (request: Request, context: { params: Promise<{ id?: string; n?: string }> }) => Promise<Response>;

export const host = 'localhost:3000';

/** Asks a route's handler as our server would: over loopback, with the address it vouches for. */
export function visit(handler: Handler, path: string, given: Visit = {}): Promise<Response> {
  const { method = 'GET', body, params = {}, query = '', token, cookie, origin = `http://${host}` } = given;
  const headers = new Headers({ host, 'x-stet-client': '127.0.0.1', ...given.headers });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (origin !== null) headers.set('origin', origin);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const request = new Request(`http://${host}${path}${query}`, { method, headers, body: sent });
  return handler(request, { params: Promise.resolve(params) });
}

/** What a browser would send back of an answer's cookies. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');

/** Rule ids of a problem. */
export async function problemsOf(response: Response): Promise<string[]> {
  const { problems } = (await response.json()) as { problems?: { rule: string }[] };
  return (problems ?? []).map(({ rule }) => rule);
}

export const unguessable = (): string => randomBytes(32).toString('base64url');
