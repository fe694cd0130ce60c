import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Watch, WatchInterval } from '@/domain/watch';
import { noSuchArticle, readArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import type { Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { record } from '../log';
import { watches } from '../schema';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';
import { pendingText, presentWatch, watchRow } from './rows';

export const noAddress = (): Result<never> =>
  refuse('rule', 'no-address', 'This article has no address. Add the address of the original first.');

export const watchOf = async (db: Reading, articleId: string): Promise<Watch> =>
  presentWatch(await watchRow(db, articleId), await pendingText(db, articleId));

/** How an article's address is watched, and what the last look at it came to. */
export async function readWatch(permit: Permit<'read'>, articleId: string): Promise<Result<Watch>> {
  const article = await readArticle(permit, articleId);
  return article.ok ? ok(await watchOf(database().read, articleId)) : article;
}

/** Has an article's address looked at by schedule from now on or, with null, only when somebody asks. */
export function setWatch(
  permit: Permit<'annotate'>,
  articleId: string,
  expected: Expected,
  every: WatchInterval | null,
): Promise<Result<Watch>> {
  return write(permit, async (tx, actor) => {
    const row = await articleRow(tx, articleId);
    if (!row) return noSuchArticle();
    const before = await watchOf(tx, articleId);
    const current = isCurrent(expected, before, 'watch');
    if (!current.ok) return current;
    if (every !== null && row.article.url === null) return noAddress();
    if (before.every === every) return ok(before);
    const now = new Date().toISOString();
    await schedule(tx, articleId, every, now);
    const content = { was: before.every, is: every };
    await record(tx, actor, { type: every ? 'watch.set' : 'watch.cleared', articleId, content }, now);
    return ok(await watchOf(tx, articleId));
  });
}

async function schedule(tx: Tx, articleId: string, every: WatchInterval | null, now: string): Promise<void> {
  const set = { every, dueAt: every && now, failures: 0 };
  await tx
    .insert(watches)
    .values({ articleId, ...set })
    .onConflictDoUpdate({ target: watches.articleId, set });
}
