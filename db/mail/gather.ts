import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { betweenDigests, oldNews, pressingKinds, quiet } from '@/domain/mail';
import { database, type Reads, type Tx } from '../client';
import { newId } from '../ids';
import { mailChoicesMade, mails, notifications, people } from '../schema';
import { isBlind } from '../second-verdicts/blind';

/** People whose messages one write begins; the others' begin with the next. */
const AT_ONCE = 100;

const ago = (now: Date, milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
const presses = sql`${notifications.kind} in (${sql.join(
  pressingKinds.map((kind) => sql`${kind}`),
  sql`, `,
)})`;

/** The condition that a notification, of a person whose choice stands beside it, is still to be mailed. */
function unmailed(now: Date): SQL {
  const { readAt, mail, at, personId, claimId } = notifications;
  const { choice, since } = mailChoicesMade;
  const chosen = sql`(${choice} is null or ${choice} = 'all' or (${choice} = 'pressing' and ${presses}))`;
  const recent = sql`${at} > ${ago(now, oldNews)} and ${at} >= coalesce(${since}, '')`;
  return and(isNull(readAt), isNull(mail), recent, chosen, sql`not ${isBlind(personId, claimId)}`)!;
}

/**
 * People who have not read something for so long that they are to be sent mail, none of whose messages about
 * notifications waits: more of those are told by the next.
 */
function duePeople(db: Pick<Reads, 'all'>, now: Date): Promise<{ personId: string }[]> {
  const { personId, at } = notifications;
  const waits = sql`select 1 from ${mails} m where m.person_id = ${personId} and m.kind = 'digest' and m.state = 'waiting'`;
  const last = sql`select max(m.created_at) from ${mails} m where m.person_id = ${personId} and m.kind = 'digest'`;
  const ordinary = sql`min(${at}) <= ${ago(now, quiet.ordinary)} and coalesce((${last}), '') <= ${ago(now, betweenDigests)}`;
  const pressing = sql`min(case when ${presses} then ${at} end) <= ${ago(now, quiet.pressing)}`;
  return db.all(sql`
    select ${personId} as "personId" from ${notifications}
    join ${people} on ${people.id} = ${personId} and ${people.disabledAt} is null
    left join ${mailChoicesMade} on ${mailChoicesMade.personId} = ${personId}
    where ${unmailed(now)} and not exists (${waits})
    group by ${personId} having (${ordinary}) or (${pressing})
    limit ${AT_ONCE}`);
}

/** Begins a message for everybody who is to be sent one: it tells what is unread by then, and of each once. */
export async function gatherDigests(now = new Date()): Promise<void> {
  if ((await duePeople(database().read, now)).length === 0) return;
  await database().write(async (tx) => {
    for (const { personId } of await duePeople(tx, now)) await begin(tx, personId, now);
  });
}

async function begin(tx: Tx, personId: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const row = { id: newId(), kind: 'digest' as const, personId, state: 'waiting' as const, dueAt: at, createdAt: at };
  await tx.insert(mails).values(row);
  const theirs = tx
    .select({ id: notifications.id })
    .from(notifications)
    .leftJoin(mailChoicesMade, eq(mailChoicesMade.personId, notifications.personId))
    .where(and(eq(notifications.personId, personId), unmailed(now)));
  await tx.update(notifications).set({ mail: row.id }).where(inArray(notifications.id, theirs));
}
