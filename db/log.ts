import { randomBytes } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { type ActivityType, digestOfLink, type Link } from '@/domain/activity';
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
export const record = (tx: Tx, actor: Actor, entry: Entry, at?: string): Promise<number> =>
  recordAll(tx, actor, [entry], at);

/** Rows of the log stored by one statement. */
const AT_ONCE = 200;

/** Appends rows to the log in their order, as `record` does one; the sequence number of the last. */
export async function recordAll(
  tx: Tx,
  actor: Actor,
  entries: readonly Entry[],
  at = new Date().toISOString(),
): Promise<number> {
  let [last] = await tx
    .select({ seq: activity.seq, digest: activity.digest })
    .from(activity)
    .orderBy(desc(activity.seq))
    .limit(1);
  const links: (typeof activity.$inferInsert)[] = [];
  const contents: (typeof activityContents.$inferInsert)[] = [];
  for (const entry of entries) {
    const content = entry.content ? canonical({ salt: randomBytes(16).toString('hex'), ...entry.content }) : null;
    const link = linkOf(entry, actor, at, content, last);
    last = { seq: link.seq, digest: digestOfLink(link) };
    links.push({ ...link, digest: last.digest });
    if (content) contents.push({ seq: link.seq, content });
  }
  for (const some of chunks(links)) await tx.insert(activity).values(some);
  for (const some of chunks(contents)) await tx.insert(activityContents).values(some);
  return last?.seq ?? 0;
}

const chunks = <T>(all: T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) =>
    all.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

const linkOf = (
  entry: Entry,
  actor: Actor,
  at: string,
  content: string | null,
  last: { seq: number; digest: string } | undefined,
): Omit<Link, 'type'> & Pick<Entry, 'type'> => ({
  seq: (last?.seq ?? 0) + 1,
  at,
  by: actor.id,
  type: entry.type,
  articleId: entry.articleId ?? null,
  claimId: entry.claimId ?? null,
  subject: entry.subject ?? null,
  contentDigest: content && sha256Hex(content),
  previous: last?.digest ?? null,
});
