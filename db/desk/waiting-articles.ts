import { and, desc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm';
import { mayDo, type Permit } from '@/domain/permission';
import type { Schedule } from '@/domain/schedule';
import type { ClaimState } from '@/domain/workflow';
import { database } from '../client';
import { type ConclusionRows, contributorsTo, presentConclusion } from '../conclusions/rows';
import { readDeskRow } from '../people/desk';
import { presentSchedule } from '../schedules/rows';
import { articles, conclusionDecisions, conclusions, schedules } from '../schema';

/** A scheduled edition that failed at its hour, for its scheduler and for everybody who may publish. */
export type WaitingEdition = { reason: 'edition-failed'; articleId: string; schedule: Schedule };

/** A conclusion that waits for an editor's word, or for its writers after one. */
export type WaitingConclusion = {
  reason: 'conclusion-submitted' | 'conclusion-returned' | 'conclusion-lapsed';
  articleId: string;
  conclusion: {
    state: ClaimState;
    submittedBy: string | null;
    note: string | null;
    decidedBy: string | null;
    at: string;
  };
};

export async function failedEditions({ actor }: Permit<'read'>, most: number): Promise<WaitingEdition[]> {
  const mine = mayDo(actor.role, 'publish') ? undefined : eq(schedules.scheduledBy, actor.id ?? '');
  const rows = await database()
    .read.select()
    .from(schedules)
    .where(and(eq(schedules.state, 'failed'), mine))
    .orderBy(desc(schedules.settledAt))
    .limit(most);
  return rows.map((row) => ({ reason: 'edition-failed', articleId: row.articleId, schedule: presentSchedule(row) }));
}

const approvedDigest = sql`(select d.digest from ${conclusionDecisions} d
  where d.article_id = ${conclusions.articleId} and d.outcome = 'approve' order by d.number desc limit 1)`;

/** Those that are submitted, or were once decided on, and are not as approved: any other waits for nobody. */
async function openConclusions(most: number): Promise<ConclusionRows[]> {
  const { read } = database();
  const decidedOn = sql`exists (select 1 from ${conclusionDecisions} d where d.article_id = ${conclusions.articleId})`;
  const rows = await read
    .select({ conclusion: conclusions })
    .from(conclusions)
    .innerJoin(articles, eq(articles.id, conclusions.articleId))
    .where(
      and(
        ne(articles.state, 'closed'),
        or(isNotNull(conclusions.submittedAt), decidedOn),
        sql`${approvedDigest} is not ${conclusions.digest}`,
      ),
    )
    .orderBy(desc(conclusions.updatedAt))
    .limit(most);
  const ids = rows.map(({ conclusion }) => conclusion.articleId);
  const decisions = await read
    .select()
    .from(conclusionDecisions)
    .where(inArray(conclusionDecisions.articleId, ids))
    .orderBy(conclusionDecisions.number);
  return rows.map(({ conclusion }) => ({
    conclusion,
    decisions: decisions.filter(({ articleId }) => articleId === conclusion.articleId),
  }));
}

/** Submitted conclusions for who may decide on them, returned and lapsed ones for who wrote them. */
export async function waitingConclusions({ actor }: Permit<'read'>, most: number): Promise<WaitingConclusion[]> {
  const me = actor.id ?? '';
  const { size } = await readDeskRow(database().read);
  const decides = mayDo(actor.role, 'decide');
  return (await openConclusions(most)).flatMap((rows): WaitingConclusion[] => {
    const { state, submitted, decision, updatedAt } = presentConclusion(rows);
    const mine = contributorsTo(rows).includes(me);
    const forMe = state === 'submitted' ? decides && (size === 'one' || !mine) : mine;
    if (!forMe || (state !== 'submitted' && state !== 'returned' && state !== 'lapsed')) return [];
    const conclusion = {
      state,
      submittedBy: submitted?.by ?? null,
      note: decision?.note ?? null,
      decidedBy: decision?.decidedBy ?? null,
      at: submitted?.at ?? updatedAt ?? '',
    };
    return [{ reason: `conclusion-${state}`, articleId: rows.conclusion.articleId, conclusion }];
  });
}
