import { and, eq, isNull, notInArray, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Blindness } from '@/domain/blind';
import { sighted } from '@/domain/blind';
import type { Reading } from '../claims/rows';
import { claims, secondVerdicts } from '../schema';

const open = and(isNull(secondVerdicts.withdrawnAt), isNull(secondVerdicts.filedAt));

/** The claims to which a person is blind. Load it once for a request, and pass it to the functions of `domain/blind`. */
export async function blindTo(db: Reading, { id }: { readonly id: string | null }): Promise<Blindness> {
  if (id === null) return sighted;
  const rows = await db
    .select({
      claimId: secondVerdicts.claimId,
      id: secondVerdicts.id,
      askedBy: secondVerdicts.askedBy,
      askedAt: secondVerdicts.askedAt,
      articleId: claims.articleId,
    })
    .from(secondVerdicts)
    .innerJoin(claims, eq(claims.id, secondVerdicts.claimId))
    .where(and(eq(secondVerdicts.reviewer, id), open));
  return new Map(rows.map(({ claimId, ...asked }) => [claimId, { ...asked, reviewer: id }]));
}

/** The condition that a claim, named by this column, is none to which somebody is blind; undefined where they are to none. */
export const isSeen = (claimId: SQLiteColumn, blindness: Blindness): SQL | undefined =>
  blindness.size === 0 ? undefined : notInArray(claimId, [...blindness.keys()]);

/** The claims of one article to which a person is blind. */
export async function blindIn(
  db: Reading,
  viewer: { readonly id: string | null },
  articleId: string,
): Promise<Blindness> {
  const blindness = await blindTo(db, viewer);
  return new Map([...blindness].filter(([, asked]) => asked.articleId === articleId));
}
