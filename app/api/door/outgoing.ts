import { settled } from '@/db/settled';
import type { Outgoing } from '@/formats/outgoing';

/** How this desk goes out into the world for a request, until whoever made it waits no longer. */
export function outgoingFor(signal: AbortSignal): Outgoing {
  const { fetchAllow: allow, origin } = settled();
  return { allow, origin, signal };
}
