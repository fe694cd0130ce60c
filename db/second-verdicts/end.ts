import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '@/domain/permission';
import type { Tx } from '../client';
import { recordAll } from '../log';
import { claims, secondVerdicts } from '../schema';

/** Ends what is still asked on claims that are published now: their edition shows the first verdict to everybody. */
export async function endPublished(
  tx: Tx,
  actor: Actor & { id: string },
  claimIds: readonly string[],
  now: string,
): Promise<void> {
  const open = and(
    inArray(secondVerdicts.claimId, [...claimIds]),
    isNull(secondVerdicts.withdrawnAt),
    isNull(secondVerdicts.filedAt),
  );
  const ended = await tx
    .select({ id: secondVerdicts.id, claimId: secondVerdicts.claimId, articleId: claims.articleId })
    .from(secondVerdicts)
    .innerJoin(claims, eq(claims.id, secondVerdicts.claimId))
    .where(open);
  if (ended.length === 0) return;
  await tx.update(secondVerdicts).set({ withdrawnAt: now, withdrawnBy: actor.id }).where(open);
  await tx
    .update(claims)
    .set({ updatedAt: now })
    .where(
      inArray(
        claims.id,
        ended.map(({ claimId }) => claimId),
      ),
    );
  await recordAll(
    tx,
    actor,
    ended.map(({ id, ...of }) => ({ type: 'second-verdict.ended' as const, ...of, subject: id })),
    now,
  );
}
