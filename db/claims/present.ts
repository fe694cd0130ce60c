import type { Anchor } from '@/domain/anchor';
import type { Approach } from '@/domain/approach';
import { blindedClaim, isBlinding } from '@/domain/blind';
import type { Claim, Decision } from '@/domain/claim';
import { type Checked, type Content, digestOfClaim } from '@/domain/content';
import { contributorsOf } from '@/domain/contribution';
import type { Evidence, Source } from '@/domain/evidence';
import type { Stood } from '@/domain/revision';
import type { SecondVerdict } from '@/domain/second-verdict';
import { keptSince, type Settlement, unsettledOf } from '@/domain/settling';
import type { Waiver } from '@/domain/standards';
import { siteOf } from '@/domain/standards/site';
import type { SuggestedField, Suggestion } from '@/domain/suggestion';
import { type ClaimState, latestApprovalOf, standingOf, stateOf } from '@/domain/workflow';
import type { sources } from '../schema';
import { type ClaimRows, placesOfRows, type SecondRow, type SettlementRow } from './rows';
import { stillStands } from './settled';

export const presentSource = (row: typeof sources.$inferSelect): Source => ({
  id: row.id,
  type: row.type,
  url: row.url,
  title: row.title,
  publisher: row.publisher,
  publishedOn: row.publishedOn,
  site: row.url === null ? null : siteOf(row.url),
  withheld: row.withheld,
  description: row.description,
});

export const presentEvidence = ({ item, source }: ClaimRows['evidence'][number]): Evidence => ({
  id: item.id,
  number: item.number,
  stance: item.stance,
  quote: item.quote,
  locator: item.locator,
  primary: item.primary,
  accessedOn: item.accessedOn,
  archivedUrl: item.archivedUrl,
  note: item.note,
  source: presentSource(source),
});

/** A place as everybody sees it: of a claim, or of a thread. */
export const presentAnchor = (row: Anchor & { footing: Stood | null }): Anchor => ({
  revision: row.state === 'lost' ? (row.footing?.revision ?? row.revision) : row.revision,
  start: row.start,
  end: row.end,
  exact: row.exact,
  prefix: row.prefix,
  suffix: row.suffix,
  state: row.state,
});

export const presentSettlement = (row: SettlementRow): Settlement => ({
  way: row.way,
  revision: row.revision,
  by: row.settledBy,
  at: row.settledAt,
});

/** What there is to settle of the claim, and how it was settled last, as far as that still stands. */
function settlingOf(rows: ClaimRows): Pick<Claim, 'unsettled' | 'kept' | 'settlement'> {
  const places = placesOfRows(rows);
  const kept = keptSince(places);
  return {
    unsettled: unsettledOf(places),
    kept: kept === null || rows.keptSince === null ? null : { revision: kept, since: rows.keptSince },
    settlement: rows.settlement && stillStands(rows) ? presentSettlement(rows.settlement) : null,
  };
}

export const presentApproach = ({
  claimId: _,
  createdBy: by,
  createdAt: at,
  removedAt: __,
  ...row
}: ClaimRows['approaches'][number]): Approach => ({ ...row, by, at });

export const presentWaiver = ({ id, rule, reason, givenBy, givenAt }: ClaimRows['waivers'][number]): Waiver => ({
  id,
  rule,
  reason,
  by: givenBy,
  at: givenAt,
});
/** The words that a return suggests, beside those that it returned. */
function presentSuggestion({
  suggestion,
  suggestionSettled,
  content,
}: ClaimRows['decisions'][number]): Suggestion | null {
  if (!suggestion) return null;
  const returned = JSON.parse(content) as Content;
  const words = (field: SuggestedField) => {
    const is = suggestion[field];
    return is === undefined ? null : { was: returned[field], is };
  };
  const settled = suggestionSettled && {
    accepted: suggestionSettled.accepted,
    by: suggestionSettled.by,
    at: suggestionSettled.at,
  };
  return { statement: words('statement'), rationale: words('rationale'), settled };
}

type DecisionRow = ClaimRows['decisions'][number];

/** An override with, once a second person confirmed the approval in retrospect, who that was and when. */
function presentOverride(
  { overrideReason: reason, decidedAt }: DecisionRow,
  { confirmations }: Pick<ClaimRows, 'confirmations'>,
): Decision['override'] {
  if (reason === null) return null;
  const made = confirmations.find(({ approvedAt }) => approvedAt === decidedAt);
  return { reason, ...(made ? { confirmed: { by: made.credit, at: made.confirmedAt } } : {}) };
}

const presentDecision = (row: DecisionRow, rows: Pick<ClaimRows, 'confirmations'>): Decision => ({
  id: row.id,
  outcome: row.outcome,
  note: row.note,
  digest: row.digest,
  override: presentOverride(row, rows),
  suggestion: presentSuggestion(row),
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt,
});

/** A second verdict as its row has it. */
export const presentSecond = (row: SecondRow): SecondVerdict => ({
  id: row.id,
  blind: false,
  drawn: row.drawn,
  askedBy: row.askedBy,
  askedAt: row.askedAt,
  reviewer: row.reviewer,
  filed:
    row.filedAt === null || row.verdict === null || row.first === null
      ? null
      : {
          verdict: row.verdict,
          rationale: row.rationale ?? '',
          evidence: row.evidence ?? [],
          sources: row.sources ?? [],
          at: row.filedAt,
          agrees: row.verdict === row.firstVerdict,
          first: row.first,
        },
  adjudication:
    row.choice === null
      ? null
      : { choice: row.choice, reason: row.reason ?? '', by: row.adjudicatedBy ?? '', at: row.adjudicatedAt ?? '' },
});

/** What of the rows an editor approves. */
export const checkedOf = (rows: ClaimRows): Checked => ({
  ...rows.claim,
  evidence: rows.evidence.map(presentEvidence),
  approaches: rows.approaches.map(presentApproach),
});

/** The digest of what the rows say now. */
export const digestOfRows = (rows: ClaimRows): string => digestOfClaim(checkedOf(rows), rows.scale);

type Worked = Pick<ClaimRows['claim'], 'createdBy' | 'contributions' | 'carried'>;

/** Who may not decide on a claim, because they contributed to it. */
export const contributorsOfRow = ({ createdBy, contributions, carried }: Worked): string[] =>
  contributorsOf(createdBy, contributions, carried);

/** Ids of the people who may not decide on a claim: who contributed to it, and who filed a second verdict on it. */
export const contributorsOfRows = ({ claim, second }: { claim: Worked; second: SecondRow | null }): string[] => [
  ...new Set([...contributorsOfRow(claim), ...(second?.filedAt && second.reviewer ? [second.reviewer] : [])]),
];

export const latestApproval = (rows: ClaimRows) => latestApprovalOf(rows.decisions);

export const stateOfRows = (rows: ClaimRows): ClaimState => stateOf(standingOf(rows.claim, rows.decisions));

/** Who is shown something. */
export type Viewer = { readonly id: string | null };

/** A claim as a person sees it: the same for all who may see the whole of it, and blinded for who is blind to it. */
export function presentClaim(rows: ClaimRows, viewer: Viewer): Claim {
  const whole = wholeClaim(rows);
  const { secondVerdict } = whole;
  return isBlinding(secondVerdict, viewer.id) ? blindedClaim(whole, secondVerdict) : whole;
}

function wholeClaim(rows: ClaimRows): Claim {
  const { claim } = rows;
  const [anchor, ...alsoAt] = rows.anchors.map(presentAnchor);
  const decision = rows.decisions.at(-1);
  const approval = latestApproval(rows);
  return {
    id: claim.id,
    articleId: claim.articleId,
    k: claim.k,
    state: stateOfRows(rows),
    digest: claim.digest,
    anchor: anchor ?? null,
    alsoAt,
    about: claim.about,
    ...settlingOf(rows),
    quotes: claim.quotes,
    statement: claim.statement,
    claimant: claim.claimant,
    kind: claim.kind,
    saidOn: claim.saidOn,
    saidAt: claim.saidAt,
    verdict: claim.verdict,
    rationale: claim.rationale,
    evidence: rows.evidence.map(presentEvidence),
    nextEvidence: claim.nextEvidence,
    approaches: rows.approaches.map(presentApproach),
    waivers: rows.waivers.map(presentWaiver),
    decision: decision ? presentDecision(decision, rows) : null,
    approved: approval && { digest: approval.digest, content: JSON.parse(approval.content) as Content },
    dropped:
      claim.droppedAt === null
        ? null
        : {
            reason: claim.dropReason ?? '',
            by: claim.droppedBy ?? '',
            at: claim.droppedAt,
            mergedInto: claim.mergedInto,
          },
    erased: rows.erased,
    secondVerdict: rows.second && presentSecond(rows.second),
    contributors: contributorsOfRows(rows),
    assignee: claim.assignee,
    dueAt: claim.dueAt,
    createdBy: claim.createdBy,
    createdAt: claim.createdAt,
    updatedAt: claim.updatedAt,
  };
}
