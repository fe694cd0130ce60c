import { eq } from 'drizzle-orm';
import type { Found, Watch } from '@/domain/watch';
import type { Reading } from '../claims/rows';
import type { Tx } from '../client';
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
  const { articleId: _, body: text, ...found } = row;
  return { ...found, text };
}

/** A text that waited is dealt with: it was dismissed, is a revision by now, or stands at the address no more. */
export async function removeFound(tx: Tx, articleId: string): Promise<void> {
  await tx.delete(foundTexts).where(eq(foundTexts.articleId, articleId));
  await tx.update(watches).set({ outcome: 'unchanged' }).where(eq(watches.articleId, articleId));
}

const headOf = ({ text, doc, setAside, ...head }: Found): Watch['found'] => head;

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
