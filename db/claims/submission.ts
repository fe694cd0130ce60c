import { and, eq } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuseAll } from '@/domain/result';
import { missingForSubmission } from '@/domain/workflow';
import { scales } from '../schema';
import { drawSecond } from '../second-verdicts/policy';
import type { Expected } from '../version';
import { changeClaim } from './change';

/** Hands a claim to the editors; refuses with everything that is still missing. */
export function submitClaim(permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'submit', async (tx, rows, actor, now) => {
    const [row] = await tx
      .select()
      .from(scales)
      .where(and(eq(scales.id, rows.scale.id), eq(scales.version, rows.scale.version)));
    if (!row) throw new Error(`Scale ${rows.scale.id} ${rows.scale.version} is gone`);
    const missing = missingForSubmission({ ...rows.claim, evidence: rows.evidence }, { ...row, values: row.verdicts });
    if (missing.length > 0)
      return refuseAll(
        'rule',
        missing.map((problem) => ({ ...problem, claimId: id })),
      );
    const claim = { ...rows.claim, submittedAt: now, submittedBy: actor.id };
    return ok({ rows: await drawSecond(tx, actor, { ...rows, claim }, now), type: 'claim.submitted' });
  });
}

/** Takes a submission back; the claim stands where it stood before. */
export function takeBackClaim(permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'take back', async (_tx, rows) => {
    const claim = { ...rows.claim, submittedAt: null, submittedBy: null };
    return ok({ rows: { ...rows, claim }, type: 'claim.taken-back' });
  });
}
