import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { type Blindness, blindedStanding } from '@/domain/blind';
import { lineOfClaim } from '@/domain/claim';
import { secondStateOf } from '@/domain/second-verdict';
import type { Unsettled } from '@/domain/settling';
import type { WaitingClaim } from '@/domain/waiting';
import { contributorsOfRows, presentSecond } from '../claims/present';
import type { Reading } from '../claims/rows';
import { anchors, approaches, claims, decisions, revisions, secondVerdicts } from '../schema';

/** The ids of the first claims that a condition picks: found before any of their columns is computed. */
export const firstIds = (where: SQL, order: SQL[], limit: number): SQL =>
  sql`(select ${claims.id} from ${claims} where ${where} order by ${sql.join(order, sql`, `)} limit ${limit})`;

/** A claim in a list: where it stands and who has to do with it, without its text and evidence. */
export type ClaimStanding = WaitingClaim & {
  id: string;
  articleId: string;
  statement: string;
  verdict: string | null;
  dueAt: string | null;
};

const latestNumber = sql`(select max(d.number) from ${decisions} d where d.claim_id = ${claims.id})`;

const newestRevision = sql`(select r.id from ${revisions} r where r.article_id = ${claims.articleId} order by r.number desc limit 1)`;
// written as the partial index anchors_open has it, or it would not be used
const openPlaces = sql`a.footing is not null and a.kept = 0`;
const unsettledPlaces = sql`from ${anchors} a where a.claim_id = ${claims.id} and ${openPlaces}
  and a.revision_id = ${newestRevision}`;

/** The condition that somebody has to settle a claim: of its places in the newest revision, some changed or are lost. */
export const isUnsettled: SQL = sql`exists (select 1 ${unsettledPlaces})`;

/** The same, for all claims of the desk: found from the few places that are open, without looking at every claim. */
export const isAmongUnsettled: SQL = sql`${claims.id} in (select a.claim_id from ${anchors} a where ${openPlaces})
  and ${isUnsettled}`;

/** As `unsettledOf` computes it, for a list. */
export const unsettledJson = sql<string | null>`(select json_object(
  'state', iif(max(a.state = 'lost'), 'lost', 'changed'), 'revision', min(json_extract(a.footing, '$.revision')) + 1)
  ${unsettledPlaces} having count(*) > 0)`;

const overdueReplies = sql`from ${approaches} ap where ap.claim_id = ${claims.id} and ap.outcome is null
  and ap.removed_at is null and ap.deadline <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

/** The condition that somebody who was asked for a reply let the deadline pass. */
export const hasOverdueReply: SQL = sql`${claims.id} in (select ap.claim_id from ${approaches} ap
  where ap.deadline <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now') and ap.outcome is null and ap.removed_at is null)`;

const columns = {
  id: claims.id,
  articleId: claims.articleId,
  statement: claims.statement,
  quotes: claims.quotes,
  verdict: claims.verdict,
  state: claims.state,
  assignee: claims.assignee,
  assignedBy: claims.assignedBy,
  assignedAt: claims.assignedAt,
  dueAt: claims.dueAt,
  createdBy: claims.createdBy,
  contributions: claims.contributions,
  carried: claims.carried,
  submittedAt: claims.submittedAt,
  submittedBy: claims.submittedBy,
  updatedAt: claims.updatedAt,
  decision: { note: decisions.note, by: decisions.decidedBy, at: decisions.decidedAt },
  unsettled: unsettledJson,
  replyOverdue: sql<string | null>`(select min(ap.deadline) ${overdueReplies})`,
  second: secondVerdicts,
};

/** The claims that a condition picks, in one query however many there are, as somebody who is so blind sees them. */
export async function standings(db: Reading, blindness: Blindness, where: SQL | undefined): Promise<ClaimStanding[]> {
  const rows = await db
    .select(columns)
    .from(claims)
    .leftJoin(decisions, and(eq(decisions.claimId, claims.id), eq(decisions.number, latestNumber)))
    .leftJoin(secondVerdicts, and(eq(secondVerdicts.claimId, claims.id), isNull(secondVerdicts.withdrawnAt)))
    .where(where);
  return rows.map(({ quotes, contributions, carried, unsettled, second, ...row }) => {
    const standing: ClaimStanding = {
      ...row,
      statement: lineOfClaim({ ...row, quotes }),
      contributors: contributorsOfRows({ claim: { createdBy: row.createdBy, contributions, carried }, second }),
      unsettled: unsettled === null ? null : (JSON.parse(unsettled) as Unsettled),
      second: second && secondStanding(second),
    };
    return blindedStanding(standing, blindness);
  });
}

function secondStanding(row: typeof secondVerdicts.$inferSelect): ClaimStanding['second'] {
  const { drawn, askedBy, askedAt, reviewer, ...second } = presentSecond(row);
  return { drawn, askedBy, askedAt, reviewer, state: secondStateOf(second) };
}
