import type { Approval, Candidate, Material } from './material';
import { type Stance, stanceOf } from './stance';

/** A claim that goes out, under its number, as its approval had it. */
export type Going = Stance & {
  claimId: string;
  k: number;
  asLastApproved: boolean;
  approval: Approval;
  second: NonNullable<Candidate['second']> | null;
};

export type LeftOut = Pick<Candidate, 'state' | 'statement'> & { claimId: string };
export type ApprovedBefore = LeftOut & { chosen: boolean };
export type Selection = { goesOut: Going[]; leftOut: LeftOut[]; approvedBefore: ApprovedBefore[] };

type Approved = Candidate & { approval: Approval };

const isApproved = (claim: Candidate): claim is Approved =>
  claim.state === 'approved' && claim.approval !== null && claim.withdrawal === null;

/** Approved once, and lapsed, resubmitted or returned since: the editor is asked. */
export const wasApproved = (claim: Candidate): claim is Approved =>
  claim.approval !== null && claim.state !== 'approved' && claim.state !== 'dropped' && claim.withdrawal === null;

type Placed = { claim: Approved; stance: Stance };

const groupOf = ({ claim, stance }: Placed): number => {
  const { about } = claim.approval.content;
  if (stance.anchors.length > 0 || stance.trouble) return 1;
  if (stance.gone) return 4;
  return about === 'headline' ? 0 : about === 'article' ? 3 : 2;
};

/** The order in which a reader meets them: headline, text, images, the article as a whole, what is no longer in it. */
const readingOrder = (a: Placed, b: Placed): number => {
  const [from, to] = [a.stance.anchors[0], b.stance.anchors[0]];
  return (
    groupOf(a) - groupOf(b) ||
    (from?.start ?? 0) - (to?.start ?? 0) ||
    (from?.end ?? 0) - (to?.end ?? 0) ||
    (a.claim.id < b.claim.id ? -1 : 1)
  );
};

const going = ({ claim, stance }: Placed, k: number): Going => ({
  claimId: claim.id,
  k,
  asLastApproved: claim.state !== 'approved',
  approval: claim.approval,
  second: claim.second ?? null,
  ...stance,
});

const named = ({ id, state, statement }: Candidate): LeftOut => ({ claimId: id, state, statement });

/**
 * Which claims an edition takes: the approved, and of those approved before and changed since the chosen ones, as last
 * approved. Drafts and first submissions are named as left out; the dropped stay out without a word, the withdrawn for good. A claim new to
 * editions gets the next free number, in reading order.
 */
export function select(material: Material, asLastApproved: readonly string[]): Selection {
  const chosen = new Set(asLastApproved);
  const before = material.claims.filter(wasApproved);
  const taken = [...material.claims.filter(isApproved), ...before.filter(({ id }) => chosen.has(id))];
  const placed = taken.map((claim) => ({ claim, stance: stanceOf(claim, material) })).sort(readingOrder);
  let last = material.lastK;
  return {
    goesOut: placed.map((each) => going(each, each.claim.k ?? ++last)),
    leftOut: material.claims.filter(({ approval, state }) => !approval && state !== 'dropped').map(named),
    approvedBefore: before.map((claim) => ({
      ...named(claim),
      statement: claim.approval.content.statement,
      chosen: chosen.has(claim.id),
    })),
  };
}
