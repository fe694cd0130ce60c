import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Reading } from '../claims/rows';
import { revisions } from '../schema';

/** The texts of some revisions of an article. Throws where one of them is not there. */
export async function textsOf(
  db: Reading,
  articleId: string,
  numbers: readonly number[],
): Promise<{ number: number; body: string }[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .select({ number: revisions.number, body: revisions.body })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), inArray(revisions.number, [...numbers])));
  if (rows.length < numbers.length) throw new Error(`Article ${articleId} lacks one of its revisions ${numbers}`);
  return rows;
}

/** Tells what the headline of an article was at an instant. */
export async function headlines(db: Reading, articleId: string): Promise<(instant: string) => string> {
  const rows = await db
    .select({ title: revisions.title, createdAt: revisions.createdAt })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number));
  return (instant) => (rows.find(({ createdAt }) => createdAt <= instant) ?? rows.at(-1))?.title ?? '';
}
