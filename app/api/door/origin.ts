import { settled } from '@/db/settled';
import { isLoopbackName } from '@/domain/config';

/**
 * Whether a request that a browser sent comes from our own pages: its Origin is STET_ORIGIN or, without one, the very
 * loopback name and port it was sent to, over http. A request without an Origin is not from our pages: browsers send
 * one with every write.
 */
export function fromOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const own = settled().origin;
  if (own) return origin === own;
  return isLoopbackName(new URL(origin).hostname) && origin === `http://${headers.get('host')}`;
}

/** Where this desk is served, as far as whoever made the request can tell: what one-time links begin with. */
export const ownOrigin = (headers: Headers): string => settled().origin ?? `http://${headers.get('host')}`;
