import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse, stale } from '@/domain/result';
import { noSuchClaim } from '../claims/change';
import { presentClaim } from '../claims/present';
import { claimRow } from '../claims/rows';
import { sightings } from '../schema';
import { write } from '../write';

/**
 * Takes down that a person has a claim open as it is now, which `digest` names. It is bookkeeping without a line in the
 * log. Of who is blind to the claim nothing is kept: they see no state of it.
 */
export function seeClaim(permit: Permit<'read'>, claimId: string, digest: string): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('rule', 'nobody-sees', 'The command line has no claim open.');
    const rows = await claimRow(tx, claimId);
    if (!rows) return noSuchClaim();
    const shown = presentClaim(rows, actor);
    if (shown.digest !== digest) return stale(shown, 'claim');
    if (shown.secondVerdict?.blind) return ok(null);
    const now = new Date().toISOString();
    const judged = shown.verdict !== null || shown.rationale.trim() !== '';
    await tx
      .insert(sightings)
      .values({ claimId, personId: actor.id, digest, judged, firstAt: now, lastAt: now })
      .onConflictDoUpdate({ target: [sightings.claimId, sightings.personId, sightings.digest], set: { lastAt: now } });
    return ok(null);
  });
}
