import { type Answer, type CallOptions, call, type ValueOf } from '@/client/call';
import type { RouteName } from '@/domain/contract';

export type Newcomer = { name: string; email: string; password: string };
type Cookie = { name: string; value: string; url: string };
type Taken<T> = Extract<Answer<T>, { ok: true }>;

/** Somebody who works on a desk of these tests, in a browser (`cookie`) or through the API (`call`). */
export type Colleague = Newcomer & {
  id: string;
  cookie: Cookie;
  /** calls a route of the API as this person; throws what a refusal says */
  call: <R extends RouteName>(route: R, options?: CallOptions<R>) => Promise<Taken<ValueOf<R>>>;
};

/** The session in a Set-Cookie header. */
function cookieIn(header: string | null, origin: string): Cookie {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(header ?? '') ?? [];
  if (!name || !value) throw new Error(`No session in “${header}”`);
  return { name, value, url: origin };
}

let many = 0;
/** What somebody fills in who joins. */
export function newcomer(name: string): Newcomer {
  many += 1;
  return { name, email: `person-${many}@desk.example`, password: 'correct horse battery staple' };
}

/** Sends what somebody brings to the door, and answers with who they are from then on. */
export async function welcomed(origin: string, path: string, body: object, given: Newcomer): Promise<Colleague> {
  const headers = { origin, 'content-type': 'application/json' };
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  const { id } = (await answer.json()) as { id: string };
  const cookie = cookieIn(answer.headers.get('set-cookie'), origin);
  const fetched: typeof fetch = (address, init) => {
    const sent = new Headers(init?.headers);
    sent.set('origin', origin);
    sent.set('cookie', `${cookie.name}=${cookie.value}`);
    return fetch(`${origin}${address}`, { ...init, headers: sent });
  };
  return {
    ...given,
    id,
    cookie,
    call: async (route, options) => {
      const result = await call(route, options, fetched);
      if (result.ok) return result;
      throw new Error(result.offline ? `${route}: no answer` : `${route}: ${JSON.stringify(result.problem)}`);
    },
  };
}
