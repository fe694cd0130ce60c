import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress, peerAddress, type Trust } from './address';

/** Headers by which a client could pass itself off as another, or as us. */
const forgeable = /^(forwarded|x-real-ip|x-nonce|content-security-policy|x-forwarded-.*|x-stet-.*)$/;

/** The name the request was made to, as a trusted proxy passes it on or as the client named it. */
export function hostOf(request: IncomingMessage, trust: Trust): string {
  const passedOn = trust(peerAddress(request)) ? request.headers['x-forwarded-host'] : undefined;
  return String(passedOn ?? request.headers.host ?? '');
}

/**
 * Leaves on the request only what we know to be true of where it comes from: `x-stet-client` and X-Forwarded-For hold
 * the client's address, `x-stet-origin` the origin it was made to, against which a write's Origin can be checked.
 */
export function attest(request: IncomingMessage, host: string, origin: string | null, trust: Trust): void {
  const client = clientAddress(request, trust);
  const madeTo = new URL(origin ?? `http://${host}`);
  for (const name of Object.keys(request.headers)) if (forgeable.test(name)) delete request.headers[name];
  Object.assign(request.headers, {
    host,
    'x-stet-client': client,
    'x-stet-origin': madeTo.origin,
    'x-forwarded-for': client,
    'x-forwarded-host': host,
    'x-forwarded-proto': madeTo.protocol.slice(0, -1),
  });
}

/** What holds for every answer that does not say otherwise. */
const common = {
  // for an answer that brings no policy of its own, such as Next's for a file that is not there: nothing runs
  'Content-Security-Policy': `default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/**
 * Sees to it that the common headers go out with an answer, whoever writes it. They are added at the last moment and
 * only where missing: Next drops a handler's own header if one of that name is set before.
 */
export function addCommonHeaders(response: ServerResponse, origin: string | null): void {
  const secure = origin?.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {};
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    for (const [name, value] of Object.entries({ ...common, ...secure })) {
      if (!response.headersSent && !response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead(...args);
  };
}
