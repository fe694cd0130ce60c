import { and, asc, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { ActivityType } from '@/domain/activity';
import type { Blindness } from '@/domain/blind';
import type { Permit } from '@/domain/permission';
import { readableTo } from '../activity';
import { database, prepared } from '../client';
import { activity, presences } from '../schema';

/** A line of the log without its content. */
export type Line = Pick<
  typeof activity.$inferSelect,
  'seq' | 'at' | 'by' | 'type' | 'articleId' | 'claimId' | 'subject'
>;

const columns = {
  seq: activity.seq,
  at: activity.at,
  by: activity.by,
  type: activity.type,
  articleId: activity.articleId,
  claimId: activity.claimId,
  subject: activity.subject,
};

/** Lines of no article that concern the work on articles all the same. */
const ofAllArticles: readonly ActivityType[] = ['desk.changed', 'scale.added', 'source.changed'];

/** Whether whoever follows this article, or the whole desk where it is null, is told of a line. */
export const concerns = (articleId: string | null, line: Line): boolean =>
  articleId === null ? line.articleId !== null || ofAllArticles.includes(line.type) : line.articleId === articleId;

const concerning = (articleId: string | null) =>
  articleId === null
    ? or(isNotNull(activity.articleId), inArray(activity.type, [...ofAllArticles]))
    : eq(activity.articleId, articleId);

const heads = prepared((read) =>
  read
    .select({
      log: sql<number>`coalesce((select max(${activity.seq}) from ${activity}), 0)`,
      presence: sql<number>`coalesce((select max(${presences.turn}) from ${presences}), 0)`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

/** How far the log and the changes of presence have come: two glances at the end of an index. */
export async function readHeads(): Promise<{ log: number; presence: number }> {
  const [found] = await heads().execute();
  return found!;
}

/** The number of the last line of the log. */
export const headOfLog = async (_permit: Permit<'read'>): Promise<number> => (await readHeads()).log;

const after = prepared((read) =>
  read
    .select(columns)
    .from(activity)
    .where(gt(activity.seq, sql.placeholder('after')))
    .orderBy(asc(activity.seq))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** Lines of the whole log after one, in their order. */
export const linesAfter = (seq: number, limit: number): Promise<Line[]> => after().execute({ after: seq, limit });

/** Lines after one that concern an article, or the desk, and that somebody who is so blind may read; in their order. */
export const missedLines = (
  articleId: string | null,
  seq: number,
  limit: number,
  blindness: Blindness,
): Promise<Line[]> =>
  database()
    .read.select(columns)
    .from(activity)
    .where(and(gt(activity.seq, seq), concerning(articleId), readableTo(blindness)))
    .orderBy(asc(activity.seq))
    .limit(limit);
