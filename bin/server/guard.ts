import type { IncomingMessage } from 'node:http';
import { isLoopbackName } from '@/domain/config';
import { methodsFor, type Turned } from './turned';

const healthPath = /^\/(healthz|readyz)$/;

/**
 * Whether a request may reach the pages. Turned away are methods and addresses that nothing here can mean, and names
 * that are not ours: a page elsewhere could otherwise point its own name at this machine and read what is served here.
 */
export function turnAway(request: IncomingMessage, host: string, origin: string | null): Turned | null {
  const target = request.url ?? '';
  if (!isReadable(target)) {
    return { status: 400, sentence: 'This address is malformed. Check it for stray % signs or missing parts.' };
  }
  if (!isOurs(host, pathOf(target), origin)) {
    const instead = origin ? `at ${origin}` : 'as localhost; set STET_ORIGIN to serve another name';
    return { status: 421, sentence: `Stet is not served under the name "${host}". It is served ${instead}.` };
  }
  if (methodsFor(pathOf(target)).includes(request.method ?? '')) return null;
  return { status: 405, sentence: `Nothing here answers to ${request.method}. Write through /api/v1 instead.` };
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
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host)?.[1];
  return name !== undefined && isLoopbackName(name) && (origin === null || healthPath.test(path));
}
