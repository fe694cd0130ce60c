import { eq, inArray } from 'drizzle-orm';
import type { SetHold } from '@/domain/contract/holds';
import { type Hold, stands } from '@/domain/hold';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import { articleRow } from '../articles/rows';
import type { Reading } from '../claims/rows';
import { record } from '../log';
import { holds } from '../schema';
import { write } from '../write';

/** What keeps an article from being published at a time, or null: an embargo whose time has come holds nothing. */
export async function standingHold(db: Reading, articleId: string, at = new Date()): Promise<Hold | null> {
  return (await standingHolds(db, [articleId], at)).get(articleId) ?? null;
}

/** What keeps each of these articles from being published then, by the article's id. */
export async function standingHolds(
  db: Reading,
  articleIds: string[],
  at = new Date(),
): Promise<ReadonlyMap<string, Hold>> {
  const rows = await db.select().from(holds).where(inArray(holds.articleId, articleIds));
  return new Map(rows.flatMap(({ articleId, ...hold }) => (stands(hold, at) ? [[articleId, hold] as const] : [])));
}

/** The time at which the hold ends, or why it may not end then. */
function endOf({ kind, until }: SetHold): Result<string | null> {
  if (kind === 'legal') {
    const why = 'A legal hold has no time at which it ends: somebody lifts it. Leave the time out.';
    return until ? refuse('rule', 'hold-until', why) : ok(null);
  }
  if (!until) return refuse('rule', 'hold-until', 'Say until when the embargo holds.');
  if (Date.parse(until) <= Date.now()) return refuse('rule', 'hold-until', 'Choose a time that is still to come.');
  return ok(new Date(until).toISOString());
}

/** Keeps an article from being published; takes the place of the hold before. */
export function setHold(permit: Permit<'publish'>, articleId: string, request: SetHold): Promise<Result<Hold>> {
  return write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('forbidden', 'nobody-holds', 'Hold it as a person of the desk.');
    if (!(await articleRow(tx, articleId))) return noSuchArticle();
    const until = endOf(request);
    if (!until.ok) return until;
    const hold = {
      kind: request.kind,
      until: until.value,
      reason: request.reason.trim(),
      setBy: actor.id,
      setAt: new Date().toISOString(),
    };
    await tx
      .insert(holds)
      .values({ articleId, ...hold })
      .onConflictDoUpdate({ target: holds.articleId, set: hold });
    const content = { kind: hold.kind, until: hold.until, reason: hold.reason };
    await record(tx, actor, { type: 'article.held', articleId, content }, hold.setAt);
    return ok(hold);
  });
}

/** Lifts the hold of an article; does nothing, and says nothing in the log, where none stands. */
export function liftHold(permit: Permit<'publish'>, articleId: string): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    if (!(await articleRow(tx, articleId))) return noSuchArticle();
    const hold = await standingHold(tx, articleId);
    await tx.delete(holds).where(eq(holds.articleId, articleId));
    if (hold) await record(tx, actor, { type: 'article.hold-lifted', articleId, content: { kind: hold.kind } });
    return ok(null);
  });
}
