import type { Claim } from '@/domain/claim';
import type { Evidence } from '@/domain/evidence';

const byNumber = (a: Evidence, b: Evidence): number => a.number - b.number;

/** The claim with this piece of evidence, in place of what it was before or new, in the order of numbers. */
export const withEvidence = (claim: Claim, { ...item }: Evidence & { claimId?: string }): Claim => {
  delete item.claimId;
  const others = claim.evidence.filter(({ id }) => id !== item.id);
  const nextEvidence = Math.max(claim.nextEvidence, item.number + 1);
  return { ...claim, nextEvidence, evidence: [...others, item].sort(byNumber) };
};

export const withoutEvidence = (claim: Claim, id: string): Claim => ({
  ...claim,
  evidence: claim.evidence.filter((item) => item.id !== id),
});
