import { asc, count, eq, inArray, isNull, or } from 'drizzle-orm';
import { erasureTypes, isErasure, tellingWords } from '@/domain/erasure';
import type { Reading } from '../claims/rows';
import type { PersonRow } from '../people/present';
import { activity, activityContents, idempotencyKeys, invitations, notifications, tokens } from '../schema';
import { keptAnswersOf } from './person-answers';

/** Where a person stands in what the desk keeps about them. */
export type PersonTraces = {
  /** the names they have or had, those they were credited by included */
  names: string[];
  email: string;
  /** ids of the one-time links that were made for them */
  links: string[];
  /** numbers of the log's entries that tell of them */
  entries: number[];
  counts: { links: number; tokens: number; notifications: number; answers: number };
};

type Entry = { seq: number; type: string; subject: string | null; text: string; content: Record<string, unknown> };

export async function tracesOfPerson(db: Reading, row: PersonRow): Promise<PersonTraces> {
  const { id, email } = row;
  const entries = await entriesOutsideArticles(db);
  const joined = entries.find(({ type, subject }) => type === 'person.joined' && subject === id);
  const links = await linksOf(db, row, joined?.content.invitation);
  const about = entries.filter((entry) => isAbout(entry, id, email, links));
  const names = tellingWords([row.name, row.credit, ...about.flatMap(namesIn)]);
  const naming = entries.filter(
    (entry) => mayName(entry) && [...names, email].some((word) => entry.text.includes(word)),
  );
  return {
    names,
    email,
    links,
    entries: [...new Set([...about, ...naming].map(({ seq }) => seq))].sort((a, b) => a - b),
    counts: { links: links.length, ...(await countsOf(db, id, email, names)) },
  };
}

/** Entries on people, their access and the desk, which belong to no article; and all that tell of an erasure. */
async function entriesOutsideArticles(db: Reading): Promise<Entry[]> {
  const rows = await db
    .select({ seq: activity.seq, type: activity.type, subject: activity.subject, text: activityContents.content })
    .from(activity)
    .innerJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(or(isNull(activity.articleId), inArray(activity.type, [...erasureTypes])))
    .orderBy(asc(activity.seq));
  return rows.map((row) => ({ ...row, content: JSON.parse(row.text) as Record<string, unknown> }));
}

/** Entries in which a person may be named who is not who they are about: settings of the desk, reasons of erasures. */
const mayName = ({ type }: Entry): boolean => type.startsWith('desk.') || isErasure(type);

/** Named by id as the one who is told of, by their address, or by a link that was theirs. */
function isAbout(
  { subject, text, content, type }: Entry,
  id: string,
  email: string,
  links: readonly string[],
): boolean {
  if (isErasure(type)) return false;
  return subject === id || content.personId === id || links.includes(subject ?? '') || text.includes(email);
}

async function linksOf(db: Reading, { id, email }: PersonRow, joinedBy: unknown): Promise<string[]> {
  const theirs = or(
    eq(invitations.personId, id),
    eq(invitations.email, email),
    typeof joinedBy === 'string' ? eq(invitations.id, joinedBy) : undefined,
  );
  const rows = await db.select({ id: invitations.id }).from(invitations).where(theirs);
  return rows.map((row) => row.id);
}

/** Names that an entry about the person tells: when they were invited, when they joined, and what they changed. */
function namesIn({ type, content }: Entry): (string | null)[] {
  if (type === 'person.invited' || type === 'person.joined') return [textOf(content.name)];
  if (type !== 'person.changed') return [];
  const { name, credit } = (content.changes ?? {}) as Record<string, [unknown, unknown] | undefined>;
  return [...(name ?? []), ...(credit ?? [])].map(textOf);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

async function countsOf(db: Reading, id: string, email: string, names: readonly string[]) {
  const many = async (rows: Promise<{ many: number }[]>): Promise<number> => (await rows)[0]?.many ?? 0;
  return {
    tokens: await many(db.select({ many: count() }).from(tokens).where(eq(tokens.personId, id))),
    notifications: await many(db.select({ many: count() }).from(notifications).where(eq(notifications.personId, id))),
    answers: await many(
      db
        .select({ many: count() })
        .from(idempotencyKeys)
        .where(keptAnswersOf(id, email, names)),
    ),
  };
}
