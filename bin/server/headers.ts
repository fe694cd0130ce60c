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
  const madeTo = origin ?? `http://${host}`;
  for (const name of Object.keys(request.headers)) if (forgeable.test(name)) delete request.headers[name];
  Object.assign(request.headers, {
    host,
    'x-stet-client': client,
    'x-stet-origin': madeTo,
    'x-forwarded-for': client,
    'x-forwarded-host': host,
    'x-forwarded-proto': new URL(madeTo).protocol.slice(0, -1),
  });
}

/** What holds for every answer, whoever writes it; policies about content belong to the routes. */
export function setCommonHeaders(response: ServerResponse, origin: string | null): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (origin?.startsWith('https:')) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
