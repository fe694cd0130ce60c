import { and, eq } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import type { Report } from '@/domain/revision';
import { database } from '../client';
import { activity, activityContents } from '../schema';

/** How the claims of an article were found in each of its revisions when that was added, by its number, as logged. */
export async function countsByRevision(
  _permit: Permit<'read'>,
  articleId: string,
): Promise<ReadonlyMap<number, Report['counts']>> {
  const rows = await database()
    .read.select({ content: activityContents.content })
    .from(activity)
    .innerJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(and(eq(activity.articleId, articleId), eq(activity.type, 'revision.added')));
  const added = rows.map(({ content }) => JSON.parse(content) as { number: number; counts: Report['counts'] });
  return new Map(added.map(({ number, counts }) => [number, counts]));
}
