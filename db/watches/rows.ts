import { eq } from 'drizzle-orm';
import type { Found, Watch } from '@/domain/watch';
import type { Reading } from '../claims/rows';
import { foundTexts, watches } from '../schema';

export type WatchRow = typeof watches.$inferSelect;

export async function watchRow(db: Reading, articleId: string): Promise<WatchRow | null> {
  const [row] = await db.select().from(watches).where(eq(watches.articleId, articleId));
  return row ?? null;
}

/** The text that waits for somebody, found at an article's address. */
export async function pendingText(db: Reading, articleId: string): Promise<Found | null> {
  const [row] = await db.select().from(foundTexts).where(eq(foundTexts.articleId, articleId));
  if (!row) return null;
  const { id, url, title, body, doc, sha256, fetchedAt } = row;
  return { id, url, title, text: body, doc, sha256, fetchedAt };
}

const headOf = ({ text, doc, ...head }: Found): Watch['found'] => head;

/** An article that nobody watches and nobody has looked at has no row. */
export const presentWatch = (row: WatchRow | null, found: Found | null): Watch => ({
  every: row?.every ?? null,
  dueAt: row?.dueAt ?? null,
  checkedAt: row?.checkedAt ?? null,
  outcome: row?.outcome ?? null,
  problem: row?.problem ?? null,
  failures: row?.failures ?? 0,
  found: found && headOf(found),
});
