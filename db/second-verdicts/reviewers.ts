import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { SecondReviewer } from '@/domain/contract/second-verdicts';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchClaim, seesClaim } from '../claims/change';
import { contributorsOfRows } from '../claims/present';
import { type ClaimRows, claimRow, type Reading } from '../claims/rows';
import { database } from '../client';
import { activity, people } from '../schema';
import { whoSawVerdict } from '../sightings/read';

/** How people are known to have seen what was found of a claim, by their ids. */
type Seen = ReadonlyMap<string, string>;

/** Who did anything to the claim that the log tells of, and who had it open when it showed a verdict. */
async function whoHasSeen(db: Reading, rows: ClaimRows): Promise<Seen> {
  const acted = await db
    .select({ id: activity.by })
    .from(activity)
    .where(and(eq(activity.claimId, rows.claim.id), isNotNull(activity.by)))
    .groupBy(activity.by);
  const [looked, worked] = ['has had this claim open with its verdict', 'has worked on this claim or decided on it'];
  return new Map([
    ...(await whoSawVerdict(db, rows.claim.id)).map((id) => [id, looked] as const),
    ...[...contributorsOfRows(rows), ...acted.map(({ id }) => id ?? '')].map((id) => [id, worked] as const),
  ]);
}

type Somebody = { id: string; name: string; disabledAt: string | null };

/** Why a person's verdict would not be an independent second one; null when it would, as far as is known. */
function whyNot({ id, name, disabledAt }: Somebody, seen: Seen, asker: string | null): string | null {
  if (disabledAt) return `${name} no longer works at this desk.`;
  if (id === asker) return 'You see the first verdict yourself.';
  const how = seen.get(id);
  return how === undefined ? null : `${name} ${how}.`;
}

/** Refuses to have somebody judge independently who is known to have seen the first verdict. */
export async function mayJudge(db: Reading, rows: ClaimRows, id: string, asker: string | null): Promise<Result<true>> {
  const [person] = await db.select().from(people).where(eq(people.id, id));
  if (!person)
    return refuse('rule', 'unknown-reviewer', 'There is no such person at this desk.', { pointer: '/reviewer' });
  const why = whyNot(person, await whoHasSeen(db, rows), asker);
  return why === null
    ? ok(true)
    : refuse('rule', 'not-independent', `${why} Ask somebody who has not seen the first verdict.`, {
        pointer: '/reviewer',
      });
}

/** Everybody of the desk who could be asked for a second verdict on a claim, and why others cannot. */
export async function listSecondReviewers(
  { actor }: Permit<'decide'>,
  claimId: string,
): Promise<Result<SecondReviewer[]>> {
  const { read } = database();
  const rows = await claimRow(read, claimId);
  if (!rows) return noSuchClaim();
  const sees = seesClaim(rows, actor);
  if (!sees.ok) return sees;
  const seen = await whoHasSeen(read, rows);
  const everybody = await read.select().from(people).orderBy(asc(people.id));
  return ok(
    everybody
      .filter(({ disabledAt }) => !disabledAt)
      .map((person) => ({
        id: person.id,
        name: person.name,
        role: person.role,
        reason: whyNot(person, seen, actor.id),
      })),
  );
}
