import { asc, eq } from 'drizzle-orm';
import { type Conclusion, digestOfConclusion } from '@/domain/conclusion';
import { contributorsOf } from '@/domain/contribution';
import type { ConclusionCandidate } from '@/domain/edition';
import { type ClaimState, latestApprovalOf, standingOf, stateOf } from '@/domain/workflow';
import type { Reading } from '../claims/rows';
import { conclusionDecisions, conclusions } from '../schema';

type Row = typeof conclusions.$inferSelect;

/** All the rows that a conclusion is made of. */
export type ConclusionRows = {
  /** what nobody wrote is empty */
  conclusion: Omit<Row, 'updatedAt'> & { updatedAt: string | null };
  /** oldest first */
  decisions: (typeof conclusionDecisions.$inferSelect)[];
};

const unwritten = (articleId: string): ConclusionRows['conclusion'] => ({
  articleId,
  body: '',
  digest: digestOfConclusion(''),
  contributions: [],
  submittedAt: null,
  submittedBy: null,
  decisionsBehind: 0,
  updatedAt: null,
});

/** The rows of a conclusion that nobody wrote. */
export const noConclusion = (articleId: string): ConclusionRows => ({
  conclusion: unwritten(articleId),
  decisions: [],
});

/** The conclusion of an article that there is. */
export async function conclusionRows(db: Reading, articleId: string): Promise<ConclusionRows> {
  const [conclusion] = await db.select().from(conclusions).where(eq(conclusions.articleId, articleId));
  if (!conclusion) return noConclusion(articleId);
  const decisions = await db
    .select()
    .from(conclusionDecisions)
    .where(eq(conclusionDecisions.articleId, articleId))
    .orderBy(asc(conclusionDecisions.number));
  return { conclusion, decisions };
}

/** By the one transition table of claims; nothing drops a conclusion. */
export const stateOfConclusion = ({ conclusion, decisions }: ConclusionRows): ClaimState =>
  stateOf(standingOf({ ...conclusion, droppedAt: null }, decisions));

export const contributorsTo = ({ conclusion }: ConclusionRows): string[] =>
  contributorsOf(null, conclusion.contributions);

const presentDecision = (row: ConclusionRows['decisions'][number]): Conclusion['decision'] => ({
  id: row.id,
  outcome: row.outcome,
  note: row.note,
  digest: row.digest,
  override: row.overrideReason === null ? null : { reason: row.overrideReason },
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt,
});

/** A conclusion as everybody outside `db` sees it; the same for all who may see the whole of it. */
export function presentConclusion(rows: ConclusionRows): Conclusion {
  const { conclusion, decisions } = rows;
  const decision = decisions.at(-1);
  const approval = latestApprovalOf(decisions);
  const { submittedAt: at, submittedBy: by } = conclusion;
  return {
    articleId: conclusion.articleId,
    state: stateOfConclusion(rows),
    text: conclusion.body,
    digest: conclusion.digest,
    decision: decision ? presentDecision(decision) : null,
    approved: approval && { digest: approval.digest, text: approval.body },
    submitted: at === null || by === null ? null : { by, at },
    contributors: contributorsTo(rows),
    updatedAt: conclusion.updatedAt,
  };
}

/** The conclusion as far as publishing is concerned; null while nobody wrote one. */
export function concludingOf(rows: ConclusionRows): ConclusionCandidate | null {
  if (rows.conclusion.updatedAt === null) return null;
  const approval = latestApprovalOf(rows.decisions);
  return {
    state: stateOfConclusion(rows),
    text: rows.conclusion.body,
    approval: approval && {
      text: approval.body,
      digest: approval.digest,
      contributors: approval.contributors,
      approvedBy: approval.decidedBy,
      approvedAt: approval.decidedAt,
      overrideReason: approval.overrideReason,
    },
  };
}
