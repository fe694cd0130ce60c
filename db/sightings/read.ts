import { and, asc, eq } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import type { Sighting } from '@/domain/sighting';
import { noSuchClaim, seesClaim } from '../claims/change';
import { claimRow, type Reading } from '../claims/rows';
import { database } from '../client';
import { sightings } from '../schema';

/** Who had a claim open and in which state, none once its words were erased; not for who is blind to it, whom it would tell who works on it. */
export async function listSightings({ actor }: Permit<'read'>, claimId: string): Promise<Result<Sighting[]>> {
  const { read } = database();
  const rows = await claimRow(read, claimId);
  if (!rows) return noSuchClaim();
  if (rows.claim.erasure !== null) return ok([]);
  const sees = seesClaim(rows, actor);
  if (!sees.ok) return sees;
  const { personId: person, digest, firstAt, lastAt } = sightings;
  return ok(
    await read
      .select({ person, digest, firstAt, lastAt })
      .from(sightings)
      .where(eq(sightings.claimId, claimId))
      .orderBy(asc(firstAt), asc(person)),
  );
}

/** Ids of the people who had a claim open when it showed a verdict or a rationale. */
export async function whoSawVerdict(db: Reading, claimId: string): Promise<string[]> {
  const rows = await db
    .select({ person: sightings.personId })
    .from(sightings)
    .where(and(eq(sightings.claimId, claimId), eq(sightings.judged, true)))
    .groupBy(sightings.personId);
  return rows.map(({ person }) => person);
}
