import { eq } from 'drizzle-orm';
import type { Reading } from '../claims/rows';
import { secondVerdictPolicies } from '../schema';

/** The policy of an article; null while it has none. */
export async function policyRow(db: Reading, articleId: string) {
  const [row] = await db.select().from(secondVerdictPolicies).where(eq(secondVerdictPolicies.articleId, articleId));
  return row ?? null;
}
