import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import type { Tx } from '../client';
import { notify } from '../notifications/notify';
import { articleAssignees, people } from '../schema';
import type { ArticleRow } from './rows';

/** The people of an article as they are asked for, each once. Who is new among them must be of the desk. */
export async function checkedAssignees(tx: Tx, before: ArticleRow, asked: string[]): Promise<Result<string[]>> {
  const wanted = [...new Set(asked)];
  const added = wanted.filter((person) => !before.assignees.includes(person));
  const known = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, added), isNull(people.disabledAt)));
  return known.length === added.length
    ? ok(wanted)
    : refuse('rule', 'unknown-assignee', 'There is no such person at this desk.', { pointer: '/assignees' });
}

/** Stores who sees an article through, and tells those who are new to it. */
export async function putAssignees(
  tx: Tx,
  actor: Actor,
  { article: { id: articleId }, assignees }: ArticleRow,
  wanted: readonly string[],
  now: string,
): Promise<void> {
  if (wanted.join() === assignees.join()) return;
  const rows = await tx.select().from(articleAssignees).where(eq(articleAssignees.articleId, articleId));
  const before = new Map(rows.map((row) => [row.personId, row]));
  await tx.delete(articleAssignees).where(eq(articleAssignees.articleId, articleId));
  const by = { assignedBy: actor.id ?? '', assignedAt: now };
  const kept = wanted.map((personId, position) => ({ articleId, personId, ...by, ...before.get(personId), position }));
  if (kept.length > 0) await tx.insert(articleAssignees).values(kept);
  const added = wanted.filter((person) => !before.has(person));
  await notify(
    tx,
    actor,
    added.map((person) => ({ person, kind: 'assigned', articleId })),
  );
}
