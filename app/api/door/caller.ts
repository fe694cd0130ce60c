import { identify } from '@/db/people/identify';
import { sha256Hex } from '@/domain/canonical';
import type { Access } from '@/domain/contract/route';
import { type Action, type Actor, type Permit, permit, type RequestKey } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { fromOwnOrigin } from './origin';

export type Caller<W extends Access> = W extends Action ? Permit<W> : null;

const tokenNames = ['access_token', 'token', 'bearer', 'authorization', 'api_key', 'apikey'];

/** Access tokens in an address end up in logs and histories, so they are refused there whatever else is sent. */
function noTokenInQuery(url: URL): Result<true> {
  for (const [name, value] of url.searchParams) {
    if (tokenNames.includes(name.toLowerCase()) || value.startsWith('stet_')) {
      return refuse(
        'malformed',
        'token-in-query',
        'Send the access token in the Authorization header, never in the address.',
      );
    }
  }
  return ok(true);
}

const isWrite = (method: string): boolean => method !== 'GET' && method !== 'HEAD';
const foreign = (): Result<never> =>
  refuse('forbidden', 'foreign-origin', 'This request does not come from a page of this desk.');

/** A page that was opened by one person does not write in the name of another who signed in since. */
const somebodyElse = (): Result<never> =>
  refuse('unauthenticated', 'somebody-else', 'Somebody else has signed in on this browser. Sign in again as yourself.');

/** The Idempotency-Key of a request with what it is a key to; null without one. */
function requestKey(request: Request, url: URL, body: unknown): Result<RequestKey | null> {
  const key = request.headers.get('idempotency-key');
  if (key === null || !isWrite(request.method)) return ok(null);
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    return refuse('malformed', 'idempotency-key', 'An Idempotency-Key is 1 to 255 visible ASCII characters.');
  }
  // JSON.stringify, not the canonical form: an import's text may still hold what has none
  return ok({ route: `${request.method} ${url.pathname}`, key, digest: sha256Hex(JSON.stringify(body ?? null)) });
}

/** Who calls, and the permit for what they ask: 401 signed out, 403 not allowed or from a foreign page. */
export async function callerOf<W extends Access>(request: Request, url: URL, access: W): Promise<Result<Caller<W>>> {
  const clean = noTokenInQuery(url);
  if (!clean.ok) return clean;
  const cookie = request.headers.get('cookie');
  // even where nobody need be signed in: a mail reader, which writes without a page of ours, has no cookie of ours either
  const isStrange = isWrite(request.method) && cookie !== null && !fromOwnOrigin(request.headers);
  if (access === 'public') return isStrange ? foreign() : ok(null as Caller<W>);
  if (access === 'own page') return fromOwnOrigin(request.headers) ? ok(null as Caller<W>) : foreign();
  const authorization = request.headers.get('authorization');
  const actor = await identify({ cookie, authorization }, null);
  const permitted = permit(actor, access as Action);
  if (!permitted.ok) return permitted;
  if (authorization === null && isWrite(request.method) && !fromOwnOrigin(request.headers)) return foreign();
  const believed = request.headers.get('stet-person');
  if (believed !== null && believed !== permitted.value.actor.id) return somebodyElse();
  return permitted as Result<Caller<W>>;
}

/** The same permit for an actor who carries the request's Idempotency-Key. */
export function withKey<W extends Access>(
  caller: Caller<W>,
  request: Request,
  url: URL,
  body: unknown,
): Result<Caller<W>> {
  if (!caller) return ok(caller);
  const key = requestKey(request, url, body);
  if (!key.ok) return key;
  const { actor } = caller as Permit;
  return ok({ ...caller, actor: { ...actor, request: key.value } as Actor } as Caller<W>);
}
