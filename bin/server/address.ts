import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyaddr from 'proxy-addr';

/** Says whether a peer's X-Forwarded-* headers are believed. */
export type Trust = (address: string) => boolean;

/** Trust in the listed addresses and CIDR ranges, and in nobody else. */
export function trustIn(proxies: string[]): Trust {
  const trusts = proxyaddr.compile(proxies);
  return (address) => isIP(address) !== 0 && trusts(address, 0);
}

/** The address at the other end of the socket; an IPv4 one in its usual form, without the zone of a link-local one. */
export const peerAddress = (request: IncomingMessage): string =>
  (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

/**
 * Who really asks: the peer, or, if the peer is a trusted proxy, the nearest address in X-Forwarded-For that is not
 * one. The list is read from its end, which the proxies wrote; what a client put before that is never reached.
 */
export function clientAddress(request: IncomingMessage, trust: Trust): string {
  let nearest = peerAddress(request);
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
  while (trust(nearest) && hops.length > 0) {
    const hop = hops.pop()!.trim();
    if (isIP(hop) === 0) break;
    nearest = hop;
  }
  return nearest;
}
