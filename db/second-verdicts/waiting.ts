import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Blindness } from '@/domain/blind';
import { type Actor, mayDo } from '@/domain/permission';
import type { Reading } from '../claims/rows';
import { type ClaimStanding, standings } from '../desk/standings';
import { activity, claims, secondVerdicts } from '../schema';

/**
 * Why a second verdict waits for somebody: it is asked of them, two verdicts differ and they may adjudicate, or one was
 * drawn that nobody gives yet, which editors assign and others take.
 */
export type SecondReason = 'second-verdict' | 'adjudication' | 'second-verdict-drawn';

const unfiled = isNull(secondVerdicts.filedAt);
const differing = and(
  isNotNull(secondVerdicts.filedAt),
  isNull(secondVerdicts.choice),
  sql`${secondVerdicts.verdict} is not ${secondVerdicts.firstVerdict}`,
);
const untouchedBy = (me: string) =>
  sql`not exists (select 1 from ${activity} a where a.claim_id = ${claims.id} and a.person_id = ${me})`;

/** The second verdicts that wait for a person, at most so many of each kind, the latest first. */
export async function secondVerdictsFor(
  db: Reading,
  { id, role }: Actor,
  blindness: Blindness,
  most: number,
): Promise<{ reason: SecondReason; claim: ClaimStanding }[]> {
  const me = id ?? '';
  const decides = mayDo(role, 'decide');
  const find = (where: Parameters<typeof standings>[2]) =>
    standings(db, blindness, and(isNull(claims.droppedAt), where), [desc(secondVerdicts.askedAt)], most);
  const mine = await find(and(unfiled, eq(secondVerdicts.reviewer, me)));
  const differ = decides ? await find(differing) : [];
  const takeable = and(eq(secondVerdicts.drawn, 'share'), untouchedBy(me));
  const drawn = await find(
    and(unfiled, isNull(secondVerdicts.reviewer), isNotNull(secondVerdicts.id), decides ? undefined : takeable),
  );
  const waits = (reason: SecondReason) => (claim: ClaimStanding) => ({ reason, claim });
  return [
    ...mine.map(waits('second-verdict')),
    ...differ.filter(({ contributors }) => !contributors.includes(me)).map(waits('adjudication')),
    ...drawn.map(waits('second-verdict-drawn')),
  ];
}
