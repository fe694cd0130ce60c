import { lookup } from 'node:dns/promises';
import { type IncomingMessage, type OutgoingHttpHeaders, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { ok, type Result } from '@/domain/result';
import { isAddress, isPublic } from './address';
import { forbidden } from './sentences';
import type { Target } from './target';

/** An address that a name stands for, as `dns.lookup` gives it. */
export type Resolved = { address: string; family: number };
export type Resolve = (host: string) => Promise<Resolved[]>;

/** The addresses a name stands for, as this machine knows them. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true });

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/**
 * Where a target is: addresses that were judged, and that alone will be connected to. One address outside the open
 * web among those of a name refuses them all, since nobody who means well mixes them.
 */
async function addressesOf(target: Target, resolve: Resolve, signal: AbortSignal): Promise<Result<Resolved[]>> {
  if (isAddress(target.host)) return ok([]); // judged with the target, and connected to as it stands
  signal.throwIfAborted();
  const found = await Promise.race([resolve(target.host), aborted(signal)]);
  if (found.length === 0) return forbidden('name');
  return target.allowed || found.every(({ address }) => isPublic(address)) ? ok(found) : forbidden('private');
}

/** Answers with what was judged, whatever the name stands for by now: this is what a rebinding name runs into. */
const pinnedTo =
  (addresses: Resolved[]): LookupFunction =>
  (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else done(null, first?.address ?? '', first?.family);
  };

export type Hop = {
  target: Target;
  headers: OutgoingHttpHeaders;
  /** sent by POST; without one, by GET */
  body?: string;
  resolve: Resolve;
  signal: AbortSignal;
};

/** One request, without following anything, keeping a connection or a cookie. Resolves once the headers are here; throws what Node does. */
export async function answerOf({ target, headers, body, resolve, signal }: Hop): Promise<Result<IncomingMessage>> {
  const addresses = await addressesOf(target, resolve, signal);
  if (!addresses.ok) return addresses;
  const { url, host, port } = target;
  const isSecure = url.protocol === 'https:';
  const options = {
    host,
    port,
    path: `${url.pathname}${url.search}`,
    method: body === undefined ? 'GET' : 'POST',
    headers: { Connection: 'close', ...headers },
    agent: false as const,
    lookup: pinnedTo(addresses.value),
    signal,
    ...(isSecure && !isAddress(host) ? { servername: host } : {}),
  };
  return new Promise((resolved, rejected) => {
    const asked = (isSecure ? secure : plain)(options, (response) => resolved(ok(response)));
    asked.on('error', rejected).end(body);
  });
}
