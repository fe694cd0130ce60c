import type { Claim } from '@/domain/claim';
import { contentOf, digestOfClaim } from '@/domain/content';
import type { ClaimPatch, DecisionRequest } from '@/domain/contract/claims';
import { type ClaimEvent, type Standing, stateOf, transitions } from '@/domain/workflow';
import type { Change, Write } from '../outbox/change';
import { withEvidence, withoutEvidence } from '../outbox/evidence';
import type { Bench } from './bench';
import { draftOf } from './draft';
import { placesAfter } from './places';
import { evidenceWith } from './proof';
import { resettled } from './settling';
import { suggestedBy, suggestionSettled } from './suggestion';

/** The reason that the server gives a claim that is merged. */
const duplicate = 'A duplicate.';

/** The claim as it will be once the server has done these changes, in order; null when there is none yet. */
export const applied = (claim: Claim | null, changes: readonly Change[], bench: Bench): Claim | null =>
  changes.reduce<Claim | null>((before, change) => {
    if (change.write.do === 'create')
      return settled(draftOf(bench, change.claimId, change.write.claim, change.madeAt), bench);
    return before && done(before, change, bench);
  }, claim);

function done(claim: Claim, { write, madeAt }: Change, bench: Bench): Claim {
  switch (write.do) {
    case 'create':
      return claim;
    case 'edit':
      return settled(edited(claim, write.fields, bench), bench);
    case 'add evidence':
    case 'restore evidence':
      return settled(withEvidence(claim, write.as), bench);
    case 'edit evidence':
      return settled(withEdited(claim, write), bench);
    case 'remove evidence':
      return settled(withoutEvidence(claim, write.evidenceId), bench);
    case 'decide':
      return decided(claim, write.decision, madeAt, bench);
    case 'drop':
      return acted(claim, 'drop', { dropped: { reason: write.reason, by: bench.me.id, at: madeAt, mergedInto: null } });
    case 'merge':
      return acted(claim, 'drop', {
        dropped: { reason: duplicate, by: bench.me.id, at: madeAt, mergedInto: write.into },
      });
    case 'settle suggestion':
    case 'reopen suggestion':
      return settled(suggestionSettled(claim, write, madeAt, bench), bench);
    case 'restore':
      return acted(claim, 'restore', { dropped: null });
    case 'submit':
      return acted(claim, 'submit', {}, true);
    case 'take back':
      return acted(claim, 'take back', {}, false);
    case 'settle':
    case 'unsettle':
      return settled(resettled(claim, write, madeAt, bench), bench);
  }
}

/** What the claim's rows say of where it stands, as far as its representation tells. */
const standingOf = (claim: Claim): Standing => ({
  dropped: claim.dropped !== null,
  submitted: claim.state === 'submitted',
  latest: claim.state === 'lapsed' || claim.state === 'approved' ? 'approve' : (claim.decision?.outcome ?? null),
  approvedDigest: claim.approved?.digest ?? null,
  digest: claim.digest,
});

/** An act that the table allows; one that it does not is left to the server to refuse, and changes nothing here. */
function acted(claim: Claim, event: ClaimEvent, fields: Partial<Claim>, submitted?: boolean): Claim {
  if (!transitions[claim.state][event]) return claim;
  const after = { ...claim, ...fields };
  const standing = standingOf(after);
  return { ...after, state: stateOf({ ...standing, submitted: submitted ?? standing.submitted }) };
}

/** The claim with its digest, state and contributors brought into line with its content. */
function settled(claim: Claim, bench: Bench): Claim {
  const digest = soundDigest(claim, bench);
  if (digest === claim.digest) return claim;
  const contributors = claim.contributors.includes(bench.me.id)
    ? claim.contributors
    : [...claim.contributors, bench.me.id];
  return { ...claim, digest, contributors, state: stateOf({ ...standingOf(claim), digest }) };
}

/** Text that cannot be stored has no digest: the server will say so, and until then the old one stands. */
function soundDigest(claim: Claim, { article }: Bench): string {
  try {
    return digestOfClaim(claim, article.scale);
  } catch (thrown) {
    if (thrown instanceof TypeError) return claim.digest;
    throw thrown;
  }
}

function withEdited(claim: Claim, write: Extract<Write, { do: 'edit evidence' }>): Claim {
  const item = claim.evidence.find(({ id }) => id === write.evidenceId);
  return item ? withEvidence(claim, evidenceWith(item, write.fields, write.source)) : claim;
}

function edited(claim: Claim, patch: ClaimPatch, bench: Bench): Claim {
  const { anchor, alsoAt, about, revision, ...fields } = patch;
  const plain = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const after: Claim = { ...claim, ...plain };
  if (anchor === undefined && alsoAt === undefined && about === undefined) return after;
  return { ...after, ...placesAfter(claim, patch, bench) };
}

function decided(claim: Claim, decision: DecisionRequest, at: string, { me, article }: Bench): Claim {
  const event = decision.outcome;
  if (!transitions[claim.state][event]) return claim;
  const after: Claim = {
    ...claim,
    decision: {
      id: `new-${at}`,
      outcome: event,
      note: decision.note ?? null,
      digest: decision.digest,
      override: decision.override ?? null,
      suggestion: suggestedBy(claim, decision),
      decidedBy: me.id,
      decidedAt: at,
    },
    approved: event === 'approve' ? { digest: claim.digest, content: contentOf(claim, article.scale) } : claim.approved,
  };
  return { ...after, state: stateOf({ ...standingOf(after), submitted: false, latest: event }) };
}
