import { and, desc, eq, exists, isNull, lte } from 'drizzle-orm';
import { database } from '../client';
import { type ClaimStanding, standings } from '../desk/standings';
import { approaches, claims } from '../schema';

/** What is left for somebody to do: a claim that is with the editors, or approved, waits for nobody's reply. */
const open: readonly ClaimStanding['state'][] = ['draft', 'returned', 'lapsed'];

/**
 * Claims under way of which somebody was asked for a reply and let the deadline pass, the latest changed first: those
 * that a person has to do with.
 */
export async function repliesOverdue(me: string, most: number): Promise<ClaimStanding[]> {
  const { read } = database();
  const overdue = read
    .select({ id: approaches.id })
    .from(approaches)
    .where(
      and(
        eq(approaches.claimId, claims.id),
        isNull(approaches.outcome),
        isNull(approaches.removedAt),
        lte(approaches.deadline, new Date().toISOString()),
      ),
    );
  const found = await standings(
    read,
    and(isNull(claims.droppedAt), isNull(claims.submittedAt), exists(overdue)),
    [desc(claims.updatedAt)],
    most,
  );
  return found.filter(
    ({ state, contributors, assignee }) => open.includes(state) && (assignee === me || contributors.includes(me)),
  );
}
