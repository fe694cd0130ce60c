import { and, desc, eq, inArray, isNull, lt, notInArray, or, type SQL } from 'drizzle-orm';
import type { Activity } from '@/domain/activity';
import { type Blindness, blindedActivity } from '@/domain/blind';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { readArticle } from './articles/read';
import { database } from './client';
import { activity, activityContents } from './schema';
import { blindTo } from './second-verdicts/blind';

/** The log of an article, newest first, or of one of its claims; `before` is the sequence number to go on from. */
export async function listActivity(
  permit: Permit<'read'>,
  articleId: string,
  { claim, before, limit }: { claim?: string; before?: number; limit: number },
): Promise<Result<Activity[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const { read } = database();
  const blindness = await blindTo(read, permit.actor);
  const rows = await read
    .select({ row: activity, content: activityContents.content })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(
      and(
        eq(activity.articleId, articleId),
        claim ? eq(activity.claimId, claim) : undefined,
        before === undefined ? undefined : lt(activity.seq, before),
        readableTo(blindness),
      ),
    )
    .orderBy(desc(activity.seq))
    .limit(limit);
  return ok(rows.map(({ row, content }) => blindedActivity(presentActivity(row, content), blindness)));
}

/** The condition that somebody who is so blind may read an entry, as `isReadable` says; undefined for all of them. */
export function readableTo(blindness: Blindness): SQL | undefined {
  if (blindness.size === 0) return undefined;
  const asked = [...blindness.values()].map(({ id }) => id);
  return or(
    isNull(activity.claimId),
    notInArray(activity.claimId, [...blindness.keys()]),
    and(eq(activity.type, 'second-verdict.asked'), inArray(activity.subject, asked)),
  );
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
  digest: row.digest,
});

const withoutSalt = ({ salt, ...content }: Record<string, unknown>) => content;
