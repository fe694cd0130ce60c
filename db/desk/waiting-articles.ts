import { and, desc, eq, inArray, isNotNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { blindArticles } from '@/domain/blind';
import { type Actor, mayDo, type Permit } from '@/domain/permission';
import type { WaitingReason } from '@/domain/waiting';
import { database } from '../client';
import { type ConclusionRows, contributorsTo, presentConclusion } from '../conclusions/rows';
import { readDeskRow } from '../people/desk';
import { presentSchedule } from '../schedules/rows';
import { articles, conclusionDecisions, conclusions, schedules } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import type { Unnamed } from './waiting-item';

/** The condition that somebody is blind to no claim of an article: why its edition failed, or its conclusion, may tell of it. */
async function isWhollySeen(articleId: SQLiteColumn, actor: Actor): Promise<SQL | undefined> {
  const blind = blindArticles(await blindTo(database().read, actor));
  return blind.length === 0 ? undefined : notInArray(articleId, blind);
}

/** Scheduled editions that failed at their hour, for their scheduler and for everybody who may publish. */
export async function failedEditions({ actor }: Permit<'read'>, most: number): Promise<Unnamed[]> {
  const mine = mayDo(actor.role, 'publish') ? undefined : eq(schedules.scheduledBy, actor.id ?? '');
  const rows = await database()
    .read.select()
    .from(schedules)
    .where(and(eq(schedules.state, 'failed'), mine, await isWhollySeen(schedules.articleId, actor)))
    .orderBy(desc(schedules.settledAt))
    .limit(most);
  return rows.map((row): Unnamed => {
    const { at, number, problems } = presentSchedule(row);
    const { articleId } = row;
    const reason = { kind: 'edition-failed', at, number, problem: problems[0]?.message ?? null } as const;
    return { ...articleItem(`edition ${articleId}`, articleId), reasons: [reason] };
  });
}

/** What waits of an article as a whole. */
const articleItem = (id: string, articleId: string) => ({
  ...{ id, articleId, claimId: null, label: '', state: null, dueAt: null },
});

const approvedDigest = sql`(select d.digest from ${conclusionDecisions} d
  where d.article_id = ${conclusions.articleId} and d.outcome = 'approve' order by d.number desc limit 1)`;

/** Those that are submitted, or were once decided on, and are not as approved: any other waits for nobody. */
async function openConclusions(actor: Actor, most: number): Promise<ConclusionRows[]> {
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
        await isWhollySeen(conclusions.articleId, actor),
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
export async function waitingConclusions({ actor }: Permit<'read'>, most: number): Promise<Unnamed[]> {
  const me = actor.id ?? '';
  const { size } = await readDeskRow(database().read);
  const decides = mayDo(actor.role, 'decide');
  return (await openConclusions(actor, most)).flatMap((rows): Unnamed[] => {
    const { articleId } = rows.conclusion;
    const { state } = presentConclusion(rows);
    const mine = contributorsTo(rows).includes(me);
    const forMe = state === 'submitted' ? decides && (size === 'one' || !mine) : mine;
    const reason = forMe ? reasonOf(rows) : null;
    return reason ? [{ ...articleItem(`conclusion ${articleId}`, articleId), state, reasons: [reason] }] : [];
  });
}

function reasonOf(rows: ConclusionRows): WaitingReason | null {
  const { state, submitted, decision, updatedAt } = presentConclusion(rows);
  const at = submitted?.at ?? updatedAt ?? '';
  if (state === 'submitted') return { kind: 'conclusion-submitted', at, by: submitted?.by ?? null };
  if (state === 'lapsed') return { kind: 'conclusion-lapsed', at };
  if (state !== 'returned') return null;
  return { kind: 'conclusion-returned', at, by: decision?.decidedBy ?? null, note: decision?.note ?? null };
}
