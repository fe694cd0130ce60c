import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { WaitingFor } from '@/domain/waiting';
import { activity, claims, secondVerdicts as second } from '../schema';

const untouchedBy = (me: string) =>
  sql`not exists (select 1 from ${activity} a where a.claim_id = ${claims.id} and a.person_id = ${me})`;

const where = (condition: SQL | undefined): SQL =>
  sql`${claims.id} in (select ${second.claimId} from ${second} where ${and(isNull(second.withdrawnAt), condition)})`;

/**
 * Conditions that pick the claims whose second verdict waits for somebody: it is asked of them, two verdicts differ and
 * they may adjudicate, or one was drawn that nobody gives yet, which editors assign and others take.
 */
export function secondVerdictsFor({ me, decides }: WaitingFor): SQL[] {
  const open = isNull(claims.droppedAt);
  const unfiled = isNull(second.filedAt);
  const differs = sql`${second.verdict} is not ${second.firstVerdict}`;
  const drawn = and(unfiled, isNull(second.reviewer), decides ? undefined : eq(second.drawn, 'share'));
  return [
    and(open, where(and(unfiled, eq(second.reviewer, me))))!,
    ...(decides ? [and(open, where(and(isNotNull(second.filedAt), isNull(second.choice), differs)))!] : []),
    and(open, where(drawn), decides ? undefined : untouchedBy(me))!,
  ];
}
