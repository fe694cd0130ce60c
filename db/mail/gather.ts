import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { betweenDigests, oldNews, pressingKinds, quiet } from '@/domain/mail';
import type { Reading } from '../claims/rows';
import { database, type Reads, type Tx } from '../client';
import { newId } from '../ids';
import { isTold } from '../notifications/read';
import { mailChoicesMade, mails, notifications, people } from '../schema';

const ago = (now: Date, milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
const presses = sql`${notifications.kind} in (${sql.join(
  pressingKinds.map((kind) => sql`${kind}`),
  sql`, `,
)})`;

/** The condition that a notification, of a person whose choice stands beside it, is still to be mailed. */
function unmailed(now: Date): SQL {
  const { readAt, mail, at } = notifications;
  const { choice, since } = mailChoicesMade;
  const chosen = sql`(${choice} is null or ${choice} = 'all' or (${choice} = 'pressing' and ${presses}))`;
  const recent = sql`${at} > ${ago(now, oldNews)} and ${at} >= coalesce(${since}, '')`;
  return and(isNull(readAt), isNull(mail), recent, chosen)!;
}

/**
 * People who have not read something for so long that they are to be sent mail, none of whose messages about
 * notifications waits: more of those are told by the next. `which` narrows down what counts.
 */
function duePeople(db: Pick<Reads, 'all'>, now: Date, which?: SQL): Promise<{ personId: string }[]> {
  const { personId, at } = notifications;
  const waits = sql`select 1 from ${mails} m where m.person_id = ${personId} and m.kind = 'digest' and m.state = 'waiting'`;
  const last = sql`select max(m.created_at) from ${mails} m where m.person_id = ${personId} and m.kind = 'digest'`;
  const ordinary = sql`min(${at}) <= ${ago(now, quiet.ordinary)} and coalesce((${last}), '') <= ${ago(now, betweenDigests)}`;
  const pressing = sql`min(case when ${presses} then ${at} end) <= ${ago(now, quiet.pressing)}`;
  return db.all(sql`
    select ${personId} as "personId" from ${notifications}
    join ${people} on ${people.id} = ${personId} and ${people.disabledAt} is null
    left join ${mailChoicesMade} on ${mailChoicesMade.personId} = ${personId}
    where ${and(unmailed(now), sql`not exists (${waits})`, which)}
    group by ${personId} having (${ordinary}) or (${pressing})`);
}

/** Begins a message for everybody who is to be sent one: it tells what is unread by then, and of each once. */
export async function gatherDigests(now = new Date()): Promise<void> {
  for (const { personId } of await duePeople(database().read, now)) {
    if (await isDue(database().read, personId, now)) await database().write((tx) => begin(tx, personId, now));
  }
}

/** What somebody may be told now of a claim that they are to judge for themselves is less than what waits for them. */
const theirs = async (db: Reading, personId: string): Promise<SQL> =>
  and(eq(notifications.personId, personId), await isTold(db, { id: personId }))!;

const isDue = async (db: Reading & Pick<Reads, 'all'>, personId: string, now: Date): Promise<boolean> =>
  (await duePeople(db, now, await theirs(db, personId))).length > 0;

async function begin(tx: Tx, personId: string, now: Date): Promise<void> {
  if (!(await isDue(tx, personId, now))) return; // another process was faster
  const at = now.toISOString();
  const row = { id: newId(), kind: 'digest' as const, personId, state: 'waiting' as const, dueAt: at, createdAt: at };
  await tx.insert(mails).values(row);
  const told = tx
    .select({ id: notifications.id })
    .from(notifications)
    .leftJoin(mailChoicesMade, eq(mailChoicesMade.personId, notifications.personId))
    .where(and(await theirs(tx, personId), unmailed(now)));
  await tx.update(notifications).set({ mail: row.id }).where(inArray(notifications.id, told));
}
