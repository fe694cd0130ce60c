import { ok, type Result, refuse } from '@/domain/result';
import { isAddress, isPublic } from './address';
import { forbidden } from './sentences';

/** Where one request goes: the address as `URL` reads it, so that every way of writing a host is one way. */
export type Target = {
  url: URL;
  /** a name without its trailing dot, or an IP address without brackets */
  host: string;
  port: number;
  /** listed in STET_FETCH_ALLOW, so that neither its port nor what its host stands for is judged */
  allowed: boolean;
};

/** Names that stand for this machine or its own network wherever they are asked for (RFC 6761, 6762, 8375, 9476). */
const innerName = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|onion|alt)$/;

const LONGEST = 8000;

/**
 * The target that an address names. `allow` holds the `host:port`s that the desk's own configuration exempts. Refuses
 * what is no http or https address, holds a name or password, asks for another port than 80 or 443, or names a place
 * outside the open web; what a name stands for is judged when it is resolved.
 */
export function targetOf(address: string, allow: ReadonlySet<string>, base?: URL): Result<Target> {
  if (address.length > LONGEST || !URL.canParse(address, base)) return forbidden('address');
  const url = new URL(address, base);
  const secure = url.protocol === 'https:';
  if (!secure && url.protocol !== 'http:') return forbidden('scheme');
  if (url.username || url.password) return forbidden('credentials');
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const allowed = allow.has(`${url.hostname.replace(/\.+$/, '')}:${port}`);
  const target = { url, host, port, allowed };
  return allowed ? ok(target) : judged(target);
}

function judged(target: Target): Result<Target> {
  const { host, port } = target;
  if (host === '') return forbidden('address');
  if (isAddress(host) ? !isPublic(host) : innerName.test(host)) return forbidden('private');
  if (port !== 80 && port !== 443) {
    const message = `This address names port ${port}. Stet reads web pages at the usual ports 80 and 443 only.`;
    return refuse('rule', 'fetch-port', message, { pointer: '/url' });
  }
  return ok(target);
}
