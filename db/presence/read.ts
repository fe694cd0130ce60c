import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Present } from '@/domain/presence';
import { groupBy } from '../claims/rows';
import { prepared } from '../client';
import { people, presences } from '../schema';

/** Who is in each article, by its id, and how many seconds pass until the first of them counts as gone. */
export type Everybody = { byArticle: ReadonlyMap<string, Present[]>; lasts: number };

const there = prepared((read) =>
  read
    .select({
      articleId: presences.articleId,
      personId: presences.personId,
      name: people.name,
      claimId: presences.claimId,
      field: presences.field,
      lasts: sql<number>`${presences.endsAt} - unixepoch()`,
    })
    .from(presences)
    .innerJoin(people, eq(people.id, presences.personId))
    .where(gt(presences.endsAt, sql`unixepoch()`))
    .orderBy(asc(presences.personId), asc(presences.tab))
    .prepare(),
);

/** Everybody who is in an article now; for `db/events`, which shows it to each caller by `presentPresence`. */
export async function everybodyPresent(): Promise<Everybody> {
  const rows = await there().execute();
  const grouped = groupBy(rows, ({ articleId }) => articleId);
  const byArticle = new Map(
    [...grouped].map(([id, each]) => [id, each.map(({ articleId, lasts, ...present }) => present)]),
  );
  return { byArticle, lasts: Math.min(...rows.map(({ lasts }) => lasts)) };
}
