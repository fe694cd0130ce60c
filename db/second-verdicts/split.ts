import { eq } from 'drizzle-orm';
import type { ClaimRows } from '../claims/rows';
import type { Tx } from '../client';
import { claims } from '../schema';

/** Whether a claim is a copy that was split off, or has one: each of the two shows the rationale that they began with. */
export const isSplit = async (db: Tx, { id, splitFrom }: ClaimRows['claim']): Promise<boolean> =>
  splitFrom !== null || (await db.$count(claims, eq(claims.splitFrom, id))) > 0;
