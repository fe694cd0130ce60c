import { createHmac, timingSafeEqual } from 'node:crypto';
import { settled } from '../settled';

/** Days after which a person signs in again; a session does not grow longer by being used. */
export const sessionDays = 30;

/**
 * The session cookie's name. Over https the prefix keeps other hosts of the same domain from setting it; on this
 * machine, where every port shares its cookies, the port keeps two desks apart.
 */
export function cookieOfSession(): { name: string; secure: boolean } {
  const { origin, port } = settled();
  const secure = origin?.startsWith('https:') ?? false;
  return { name: secure ? '__Host-stet-session' : `stet-session-${port}`, secure };
}

/** The Set-Cookie header that makes a browser forget its session. */
export function forgottenSession(): string {
  const { name, secure } = cookieOfSession();
  return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The session's token in a Cookie header, or null when there is none or its signature is not ours. */
export function sessionTokenIn(header: string): string | null {
  const { name } = cookieOfSession();
  const pair = header.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  return pair ? signedValue(pair.slice(name.length + 1)) : null;
}

/** As better-auth signs: `value.signature`, the base64 HMAC-SHA-256 of the value, all of it percent-encoded. */
function signedValue(encoded: string): string | null {
  const [, value, signature] = /^(.+)\.([A-Za-z0-9+/]{43}=)$/.exec(decoded(encoded)) ?? [];
  if (!value || !signature) return null;
  const ours = createHmac('sha256', settled().secret).update(value).digest();
  return timingSafeEqual(ours, Buffer.from(signature, 'base64')) ? value : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
