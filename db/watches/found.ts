import { eq } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Found } from '@/domain/watch';
import { readArticle } from '../articles/read';
import { database, type Tx } from '../client';
import { record } from '../log';
import { foundTexts, watches } from '../schema';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { pendingText } from './rows';

const nothingFound = (): Result<never> =>
  refuse('missing', 'nothing-found', 'No changed text waits here. Somebody may have dealt with it.');

/** The text found at an article's address that waits to be accepted or dismissed. */
export async function readFound(permit: Permit<'read'>, articleId: string): Promise<Result<Found>> {
  const article = await readArticle(permit, articleId);
  if (!article.ok) return article;
  const found = await pendingText(database().read, articleId);
  return found ? ok(found) : nothingFound();
}

/**
 * Takes the found text that waits, within the write that says what becomes of it. Refuses a stale version of it, and
 * when none waits.
 */
export async function takeFound(tx: Tx, articleId: string, expected: Expected): Promise<Result<Found>> {
  const found = await pendingText(tx, articleId);
  if (!found) return nothingFound();
  const current = isCurrent(expected, found, 'found text');
  if (!current.ok) return current;
  await tx.delete(foundTexts).where(eq(foundTexts.id, found.id));
  await tx.update(watches).set({ outcome: 'unchanged' }).where(eq(watches.articleId, articleId));
  return ok(found);
}

/** Puts a found text away: the same text is not found again until another has stood there. */
export function dismissFound(permit: Permit<'annotate'>, articleId: string, expected: Expected): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    const found = await takeFound(tx, articleId, expected);
    if (!found.ok) return found;
    const { id: subject, title, sha256 } = found.value;
    await record(tx, actor, { type: 'text.dismissed', articleId, subject, content: { title, sha256 } });
    return ok(null);
  });
}
