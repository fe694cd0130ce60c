import { and, eq, isNull } from 'drizzle-orm';
import { ok, type Result, refuse } from '@/domain/result';
import type { VerdictValue } from '@/domain/scale';
import { people } from '../schema';
import type { Reading } from './rows';

/** Refuses a verdict that is not of the article's scale, and an assignee who is not of the desk. */
export async function checkFields(
  db: Reading,
  given: { verdict?: string | null; assignee?: string | null },
  values: readonly VerdictValue[],
): Promise<Result<true>> {
  if (given.verdict != null && !values.some(({ key }) => key === given.verdict)) {
    const keys = values.map(({ key }) => key).join(', ');
    return refuse('rule', 'unknown-verdict', `This article's scale has no such verdict. Choose one of ${keys}.`, {
      pointer: '/verdict',
    });
  }
  if (given.assignee == null) return ok(true);
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, given.assignee), isNull(people.disabledAt)));
  return person
    ? ok(true)
    : refuse('rule', 'unknown-assignee', 'There is no such person at this desk.', { pointer: '/assignee' });
}
