import type { IncomingMessage } from 'node:http';
import { isLoopbackName } from '@/domain/config';

/** Why a request is not passed on to the pages. */
export type Turned = { status: 400 | 405 | 421; sentence: string };

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const healthPath = /^\/(healthz|readyz)$/;

/**
 * Whether a request may reach the pages. Turned away are methods and addresses that no page can mean, and names that
 * are not ours: a page elsewhere could otherwise point its own name at this machine and read what is served here.
 */
export function turnAway(request: IncomingMessage, host: string, origin: string | null): Turned | null {
  if (!methods.includes(request.method ?? '')) {
    return { status: 405, sentence: `Stet does not answer ${request.method} requests.` };
  }
  if (!isReadable(request.url ?? '')) {
    return { status: 400, sentence: 'This address is malformed. Check it for stray % signs or missing parts.' };
  }
  if (isOurs(host, pathOf(request.url!), origin)) return null;
  const instead = origin ? `at ${origin}` : 'as localhost; set STET_ORIGIN to serve another name';
  return { status: 421, sentence: `Stet is not served under the name "${host}". It is served ${instead}.` };
}

/** The path of a request's target, without its query. */
export const pathOf = (target: string): string => target.split('?', 1)[0]!;

/** A path from the root, every escape of which is a character other than NUL. */
function isReadable(target: string): boolean {
  const path = pathOf(target);
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return false;
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function isOurs(host: string, path: string, origin: string | null): boolean {
  if (origin && host.toLowerCase() === new URL(origin).host) return true;
  const here = URL.canParse(`http://${host}`) && isLoopbackName(new URL(`http://${host}`).hostname);
  return here && (origin === null || healthPath.test(path));
}
