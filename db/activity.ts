import { and, desc, eq, lt } from 'drizzle-orm';
import type { Activity } from '@/domain/activity';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { readArticle } from './articles/read';
import { database } from './client';
import { activity, activityContents } from './schema';

/** The log of an article, newest first, or of one of its claims; `before` is the sequence number to go on from. */
export async function listActivity(
  permit: Permit<'read'>,
  articleId: string,
  { claim, before, limit }: { claim?: string; before?: number; limit: number },
): Promise<Result<Activity[]>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const rows = await database()
    .read.select({ row: activity, content: activityContents.content })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(
      and(
        eq(activity.articleId, articleId),
        claim ? eq(activity.claimId, claim) : undefined,
        before === undefined ? undefined : lt(activity.seq, before),
      ),
    )
    .orderBy(desc(activity.seq))
    .limit(limit);
  return ok(rows.map(({ row, content }) => presentActivity(row, content)));
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
