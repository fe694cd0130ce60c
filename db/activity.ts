import { and, desc, eq, gte, inArray, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type Activity, activityTypes, isOfAccess } from '@/domain/activity';
import { type Blindness, blindArticles, blindedActivity, isOfVerdicts } from '@/domain/blind';
import { lineOfClaim } from '@/domain/claim';
import type { LogFilter } from '@/domain/contract/activity';
import { mayDo, type Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { readArticle } from './articles/read';
import { titlesOf } from './articles/titles';
import { database } from './client';
import { activity, activityContents, claims } from './schema';
import { blindTo } from './second-verdicts/blind';

/** The log of an article, newest first, or of one of its claims; `before` is the sequence number to go on from. */
export async function listActivity(
  permit: Permit<'read'>,
  articleId: string,
  { claim, before, limit }: { claim?: string; before?: number; limit: number },
): Promise<Result<Activity[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const lines = await linesOfLog(permit, limit, [
    eq(activity.articleId, articleId),
    ...(claim ? [eq(activity.claimId, claim)] : []),
    ...(before === undefined ? [] : [lt(activity.seq, before)]),
  ]);
  return ok(lines);
}

/** The lines of the log that meet all of some conditions, newest first, as whoever asks may read them. */
async function linesOfLog({ actor }: Permit<'read'>, limit: number, conditions: SQL[]): Promise<Activity[]> {
  const { read } = database();
  const blindness = await blindTo(read, actor);
  const rows = await read
    .select({ row: activity, content: activityContents.content })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(and(...conditions, readableTo(blindness)))
    .orderBy(desc(activity.seq))
    .limit(limit);
  return rows.map(({ row, content }) => blindedActivity(presentActivity(row, content), blindness));
}

/** The condition that somebody who is so blind may read an entry, as `isReadable` says; undefined for all of them. */
export function readableTo(blindness: Blindness): SQL | undefined {
  if (blindness.size === 0) return undefined;
  const asked = [...blindness.values()].map(({ id }) => id);
  const ofVerdicts = activityTypes.filter(isOfVerdicts);
  return and(
    or(notInArray(activity.type, ofVerdicts), notInArray(activity.articleId, blindArticles(blindness))),
    or(
      isNull(activity.claimId),
      notInArray(activity.claimId, [...blindness.keys()]),
      and(eq(activity.type, 'second-verdict.asked'), inArray(activity.subject, asked)),
    ),
  );
}

/** The days that a filter names, as conditions: the log is in the order of its times. */
const days = ({ from, to }: LogFilter): SQL[] => [
  ...(from === undefined ? [] : [gte(activity.at, from)]),
  ...(to === undefined ? [] : [lt(activity.at, sql`date(${to}, '+1 day')`)]),
];

/**
 * The log of the desk, newest first; `before` is the sequence number to go on from. What concerns people and their access
 * is for administrators, since it names e-mail addresses.
 */
export async function listDeskActivity(
  permit: Permit<'read'>,
  { before, limit, ...filter }: LogFilter & { before?: number; limit: number },
): Promise<Activity[]> {
  const { kind, by, article } = filter;
  const administers = mayDo(permit.actor.role, 'administer');
  const types = activityTypes.filter(
    (type) => (kind === undefined || type.startsWith(`${kind}.`)) && (administers || !isOfAccess(type)),
  );
  return linesOfLog(permit, limit, [
    inArray(activity.type, types),
    ...(by === undefined ? [] : [eq(activity.by, by)]),
    ...(article === undefined ? [] : [eq(activity.articleId, article)]),
    ...(before === undefined ? [] : [lt(activity.seq, before)]),
    ...days(filter),
  ]);
}

/** What the lines of the log are of, by id: titles of articles as they read now, and statements of claims. */
export async function subjectsOf(
  _permit: Permit<'read'>,
  entries: readonly Pick<Activity, 'articleId' | 'claimId'>[],
): Promise<{ titles: Record<string, string>; statements: Record<string, string> }> {
  const { read } = database();
  const articleIds = [...new Set(entries.flatMap(({ articleId }) => articleId ?? []))];
  const claimIds = [...new Set(entries.flatMap(({ claimId }) => claimId ?? []))];
  const rows = await read
    .select({ id: claims.id, statement: claims.statement, quotes: claims.quotes })
    .from(claims)
    .where(inArray(claims.id, claimIds));
  return {
    titles: Object.fromEntries(await titlesOf(articleIds)),
    statements: Object.fromEntries(rows.map((row) => [row.id, lineOfClaim(row)])),
  };
}

const presentActivity = (row: typeof activity.$inferSelect, content: string | null): Activity => ({
  id: String(row.seq),
  at: row.at,
  by: row.by,
  type: row.type,
  articleId: row.articleId,
  claimId: row.claimId,
  subject: row.subject,
  content: content === null ? null : withoutSalt(JSON.parse(content) as Record<string, unknown>),
  erased: row.contentDigest !== null && content === null,
  digest: row.digest,
});

const withoutSalt = ({ salt, ...content }: Record<string, unknown>) => content;
