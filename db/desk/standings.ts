import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { type Blindness, blindedStanding } from '@/domain/blind';
import { type SecondState, type SecondVerdict, secondStateOf } from '@/domain/second-verdict';
import type { Unsettled } from '@/domain/settling';
import { type ClaimState, stateOf } from '@/domain/workflow';
import { contributorsOfRows, presentSecond } from '../claims/present';
import type { Reading } from '../claims/rows';
import { anchors, claims, decisions, revisions, secondVerdicts } from '../schema';

export type SecondStanding = Pick<SecondVerdict, 'drawn' | 'askedBy' | 'askedAt' | 'reviewer'> & { state: SecondState };

/** A claim in a list: where it stands and who has to do with it, without its text and evidence. */
export type ClaimStanding = {
  id: string;
  articleId: string;
  statement: string;
  verdict: string | null;
  state: ClaimState;
  assignee: string | null;
  createdBy: string;
  contributors: string[];
  submittedAt: string | null;
  submittedBy: string | null;
  updatedAt: string;
  /** what a person has to settle of it since the article changed */
  unsettled: Unsettled | null;
  /** the second verdict that was asked for: who gives it, and whether two are to be adjudicated */
  second: SecondStanding | null;
  /** the latest decision */
  decision: { outcome: 'approve' | 'return'; note: string | null; by: string; at: string } | null;
};

const latestNumber = sql`(select max(d.number) from ${decisions} d where d.claim_id = ${claims.id})`;
const approvedDigest = sql<string | null>`(select d.digest from ${decisions} d
  where d.claim_id = ${claims.id} and d.outcome = 'approve' order by d.number desc limit 1)`;

const unsettledPlaces = sql`from ${anchors} a where a.claim_id = ${claims.id} and a.footing is not null and not a.kept
  and a.revision_id = (select r.id from ${revisions} r where r.article_id = ${claims.articleId} order by r.number desc limit 1)`;

/** The condition that somebody has to settle a claim: of its places in the newest revision, some changed or are lost. */
export const isUnsettled: SQL = sql`exists (select 1 ${unsettledPlaces})`;

/** As `unsettledOf` computes it, for a list. */
const unsettled = sql<string | null>`(select json_object(
  'state', iif(max(a.state = 'lost'), 'lost', 'changed'), 'revision', min(json_extract(a.footing, '$.revision')) + 1)
  ${unsettledPlaces} having count(*) > 0)`;

/**
 * The claims that a condition picks, in one query however many there are, as somebody who is so blind sees them; their
 * states as `stateOf` computes them.
 */
export async function standings(
  db: Reading,
  blindness: Blindness,
  where: SQL | undefined,
  order: SQL[],
  limit: number,
): Promise<ClaimStanding[]> {
  const rows = await db
    .select({ claim: claims, decision: decisions, second: secondVerdicts, approvedDigest, unsettled })
    .from(claims)
    .leftJoin(decisions, and(eq(decisions.claimId, claims.id), eq(decisions.number, latestNumber)))
    .leftJoin(secondVerdicts, and(eq(secondVerdicts.claimId, claims.id), isNull(secondVerdicts.withdrawnAt)))
    .where(where)
    .orderBy(...order)
    .limit(limit);
  return rows.map(({ claim, decision, second, approvedDigest: approved, unsettled: open }) => {
    const restored = decision !== null && decision.number <= claim.decisionsBehind;
    const standing: ClaimStanding = {
      id: claim.id,
      articleId: claim.articleId,
      statement: claim.statement || claim.quotes[0] || '',
      verdict: claim.verdict,
      state: stateOf({
        dropped: claim.droppedAt !== null,
        submitted: claim.submittedAt !== null,
        latest: restored ? 'approve' : (decision?.outcome ?? null),
        approvedDigest: approved,
        digest: claim.digest,
      }),
      assignee: claim.assignee,
      createdBy: claim.createdBy,
      contributors: contributorsOfRows({ claim, second }),
      submittedAt: claim.submittedAt,
      submittedBy: claim.submittedBy,
      updatedAt: claim.updatedAt,
      second: second && secondStanding(second),
      unsettled: open === null ? null : (JSON.parse(open) as Unsettled),
      decision: decision && {
        outcome: decision.outcome,
        note: decision.note,
        by: decision.decidedBy,
        at: decision.decidedAt,
      },
    };
    return blindedStanding(standing, blindness);
  });
}

function secondStanding(row: typeof secondVerdicts.$inferSelect): SecondStanding {
  const { drawn, askedBy, askedAt, reviewer, ...second } = presentSecond(row);
  return { drawn, askedBy, askedAt, reviewer, state: secondStateOf(second) };
}
