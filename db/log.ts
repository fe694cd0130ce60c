import { randomBytes } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { type ActivityType, digestOfLink } from '@/domain/activity';
import { canonical, sha256Hex } from '@/domain/canonical';
import type { Actor } from '@/domain/permission';
import type { Tx } from './client';
import { activity, activityContents } from './schema';

export type Entry = {
  type: ActivityType;
  articleId?: string | null;
  claimId?: string | null;
  /** the id of what else was acted on */
  subject?: string | null;
  /** what changed, for people to read later; kept apart from the chain so that it can be erased */
  content?: Record<string, unknown> | null;
};

/** Appends one row to the log, chained to the row before it, in the transaction of the write that it tells of. */
export async function record(tx: Tx, actor: Actor, entry: Entry, at = new Date().toISOString()): Promise<number> {
  const [last] = await tx
    .select({ seq: activity.seq, digest: activity.digest })
    .from(activity)
    .orderBy(desc(activity.seq))
    .limit(1);
  const content = entry.content ? canonical({ salt: randomBytes(16).toString('hex'), ...entry.content }) : null;
  const link = {
    seq: (last?.seq ?? 0) + 1,
    at,
    by: actor.id,
    type: entry.type,
    articleId: entry.articleId ?? null,
    claimId: entry.claimId ?? null,
    subject: entry.subject ?? null,
    contentDigest: content && sha256Hex(content),
    previous: last?.digest ?? null,
  };
  await tx.insert(activity).values({ ...link, digest: digestOfLink(link) });
  if (content) await tx.insert(activityContents).values({ seq: link.seq, content });
  return link.seq;
}
