import { and, eq, inArray, isNull } from 'drizzle-orm';
import { mayDo } from '@/domain/permission';
import { roles } from '@/domain/person';
import type { Reading } from '../claims/rows';
import { articleAssignees, people } from '../schema';

const publishing = roles.filter((role) => mayDo(role, 'publish'));

/** Ids of who sees an article through and may decide and publish. */
export async function editorsOf(db: Reading, articleId: string): Promise<string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(articleAssignees)
    .innerJoin(people, eq(people.id, articleAssignees.personId))
    .where(and(eq(articleAssignees.articleId, articleId), inArray(people.role, publishing), isNull(people.disabledAt)));
  return rows.map(({ id }) => id);
}
