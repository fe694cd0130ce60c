import { inArray } from 'drizzle-orm';
import type { Approach } from '@/domain/approach';
import { presentApproach } from '../claims/present';
import type { ClaimRows } from '../claims/rows';
import type { Tx } from '../client';
import { approaches } from '../schema';

type Row = ClaimRows['approaches'][number];

/** What the log tells of an approach: everything but whom to ring up, which is nobody's business later. */
export const toldOf = (row: Row): Omit<Approach, 'contact'> => {
  const { contact: _, ...told } = presentApproach(row);
  return told;
};

/** What the log tells of approaches that went to another claim, or came from one, by a word for which; nothing of none. */
export const toldMoved = (word: 'approachesGone' | 'approachesCome', rows: readonly Row[]) =>
  rows.length === 0 ? {} : { [word]: rows.map(toldOf) };

/** Gives records of who was asked for a reply to another claim; the rows as they are there, in their order. */
export async function moveApproaches(tx: Tx, rows: readonly Row[], claimId: string): Promise<Row[]> {
  const ids = rows.map(({ id }) => id);
  await tx.update(approaches).set({ claimId }).where(inArray(approaches.id, ids));
  return rows.map((row) => ({ ...row, claimId }));
}

/** The approaches of two claims as those of one, oldest first. */
export const together = (a: readonly Row[], b: readonly Row[]): Row[] =>
  [...a, ...b].sort((one, other) => (one.id < other.id ? -1 : 1));
