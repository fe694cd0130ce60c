import type { Anchor } from '../anchor';
import type { Approval, Candidate, Material } from './material';
import { standsIn } from './place';

/** A claim that goes out, under its number, as its approval had it. */
export type Going = {
  claimId: string;
  k: number;
  asLastApproved: boolean;
  approval: Approval;
  /** where it stands in the newest revision */
  anchors: Anchor[];
  /** somebody settled where it stands: the text says its words there */
  settled: boolean;
};

export type LeftOut = Pick<Candidate, 'state' | 'statement'> & { claimId: string };
export type ApprovedBefore = LeftOut & { chosen: boolean };
export type Selection = { goesOut: Going[]; leftOut: LeftOut[]; approvedBefore: ApprovedBefore[] };

type Approved = Candidate & { approval: Approval };

const isApproved = (claim: Candidate): claim is Approved => claim.state === 'approved' && claim.approval !== null;

/** Approved once, and lapsed, resubmitted or returned since: the editor is asked. */
export const wasApproved = (claim: Candidate): claim is Approved =>
  claim.approval !== null && claim.state !== 'approved' && claim.state !== 'dropped';

const about = ({ approval }: Approved): number => {
  if (approval.anchors.length > 0) return 1;
  if (approval.content.about === 'headline') return 0;
  return approval.content.about === 'article' ? 3 : 2;
};

/** The order in which a reader meets them: headline, text, images, the article as a whole. */
const readingOrder = (a: Approved, b: Approved): number => {
  const [from, to] = [a.approval.anchors[0], b.approval.anchors[0]];
  return (
    about(a) - about(b) ||
    (from?.start ?? 0) - (to?.start ?? 0) ||
    (from?.end ?? 0) - (to?.end ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
};

/**
 * Where a claim that goes out stands in the newest revision. A claim changed since its approval stands where it stood
 * then, as long as the article is the same; in a later revision, where it stands now, if its words are the approved.
 */
function anchorsOf({ state, anchors, approval }: Approved, revision: number): Anchor[] {
  const unmoved = approval.anchors.every((anchor) => anchor.revision === revision);
  return state === 'approved' || !unmoved ? anchors : approval.anchors;
}

function going(claim: Approved, k: number, { article }: Material): Going {
  const anchors = anchorsOf(claim, article.revision.number);
  const { quotes } = claim.approval.content;
  const says = (anchor: Anchor) => claim.state === 'approved' || quotes.includes(anchor.exact);
  return {
    claimId: claim.id,
    k,
    asLastApproved: claim.state !== 'approved',
    approval: claim.approval,
    anchors,
    settled:
      (anchors.length > 0 || quotes.length === 0) &&
      anchors.every((anchor) => says(anchor) && standsIn(article.revision.text, anchor)),
  };
}

const named = ({ id, state, statement }: Candidate): LeftOut => ({ claimId: id, state, statement });

/**
 * Which claims an edition takes: the approved, and of those approved before and changed since the chosen ones, as last
 * approved. Drafts and first submissions are named as left out; the dropped stay out without a word. A claim new to
 * editions gets the next free number, in reading order.
 */
export function select(material: Material, asLastApproved: readonly string[]): Selection {
  const chosen = new Set(asLastApproved);
  const before = material.claims.filter(wasApproved);
  const taken = [...material.claims.filter(isApproved), ...before.filter(({ id }) => chosen.has(id))];
  let last = material.lastK;
  return {
    goesOut: taken.sort(readingOrder).map((claim) => going(claim, claim.k ?? ++last, material)),
    leftOut: material.claims.filter(({ approval, state }) => !approval && state !== 'dropped').map(named),
    approvedBefore: before.map((claim) => ({
      ...named(claim),
      statement: claim.approval.content.statement,
      chosen: chosen.has(claim.id),
    })),
  };
}
