import { and, eq } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuseAll } from '@/domain/result';
import { missingForSubmission } from '@/domain/workflow';
import { scales } from '../schema';
import { drawSecond } from '../second-verdicts/policy';
import { unmetStandards } from '../standards/gate';
import type { Expected } from '../version';
import { changeClaim, type Work } from './change';
import { presentClaim } from './present';

/** Hands a claim to the editors; refuses with everything that is still missing. */
export const submitClaim = (permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Claim>> =>
  changeClaim(permit, id, expected, 'submit', submitting);

export const submitting: Work = async (tx, rows, actor, now) => {
  const [row] = await tx
    .select()
    .from(scales)
    .where(and(eq(scales.id, rows.scale.id), eq(scales.version, rows.scale.version)));
  if (!row) throw new Error(`Scale ${rows.scale.id} ${rows.scale.version} is gone`);
  const missing = missingForSubmission({ ...rows.claim, evidence: rows.evidence }, { ...row, values: row.verdicts });
  const unmet = await unmetStandards(tx, presentClaim(rows, actor));
  const problems = [...missing.map((problem) => ({ ...problem, claimId: rows.claim.id })), ...unmet];
  if (problems.length > 0) return refuseAll('rule', problems);
  const claim = { ...rows.claim, submittedAt: now, submittedBy: actor.id };
  return ok({ rows: await drawSecond(tx, actor, { ...rows, claim }, now), type: 'claim.submitted' });
};

/** Takes a submission back; the claim stands where it stood before. */
export const takeBackClaim = (permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Claim>> =>
  changeClaim(permit, id, expected, 'take back', takingBack);

export const takingBack: Work = async (_tx, rows) => {
  const claim = { ...rows.claim, submittedAt: null, submittedBy: null };
  return ok({ rows: { ...rows, claim }, type: 'claim.taken-back' });
};
