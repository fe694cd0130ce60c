import { and, asc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { SOON } from '@/domain/due';
import { database } from '../client';
import { articleAssignees, articles, claims, mutedNotifications, notifications } from '../schema';
import { byDue } from '../schema/columns';
import { type News, notify } from './notify';

/** Nobody is told of what was due longer ago than this, in milliseconds: the server was away, or it is old news. */
const OLD = 86_400_000;
/** Told by one write; the rest follows with the next. */
const AT_ONCE = 500;

const isOpen = inArray(claims.state, ['draft', 'returned', 'lapsed']);

type Due = { person: string; articleId: string; claimId?: string; dueAt: string | null };

/**
 * Tells people of what is theirs to do and is due within the hour, and once more when its time has passed; of each
 * once, however many processes look. How many were told. Time brings this about and nobody did it, so the log has no
 * line of it.
 */
export async function remindOfDue(now = Date.now()): Promise<number> {
  const found = [...(await dueClaims(now)), ...(await dueArticles(now))];
  if (found.length === 0) return 0;
  const news = found.map(({ dueAt, ...about }): News => {
    const kind = Date.parse(dueAt ?? '') <= now ? 'overdue' : 'due-soon';
    return { ...about, kind, once: `${kind} ${about.claimId ?? about.articleId} ${dueAt}` };
  });
  await database().write((tx) => notify(tx, { id: null }, news));
  return news.length;
}

/** The condition that something falls due about now, and that the person was not told yet and wants to be. */
function untold(person: SQL, id: SQL, due: SQL, now: number): SQL {
  const kind = sql`iif(${due} <= ${new Date(now).toISOString()}, 'overdue', 'due-soon')`;
  const within = sql`${due} between ${new Date(now - OLD).toISOString()} and ${new Date(now + SOON).toISOString()}`;
  const told = sql`select 1 from ${notifications} n where n.person_id = ${person} and n.once = ${kind} || ' ' || ${id} || ' ' || ${due}`;
  const muted = sql`select 1 from ${mutedNotifications} m where m.person_id = ${person} and m.kind = ${kind}`;
  return and(within, sql`not exists (${told})`, sql`not exists (${muted})`)!;
}

async function dueClaims(now: number): Promise<Due[]> {
  const { assignee, articleId, id, dueAt } = claims;
  const rows = await database()
    .read.select({ person: assignee, articleId, claimId: id, dueAt })
    .from(claims)
    .where(and(isOpen, isNotNull(assignee), untold(sql`${assignee}`, sql`${id}`, byDue(dueAt), now)))
    .orderBy(asc(byDue(dueAt)))
    .limit(AT_ONCE);
  return rows.flatMap(({ person, ...about }) => (person === null ? [] : [{ person, ...about }]));
}

async function dueArticles(now: number): Promise<Due[]> {
  const { id: articleId, dueAt, state } = articles;
  const { personId: person } = articleAssignees;
  return database()
    .read.select({ person, articleId, dueAt })
    .from(articles)
    .innerJoin(articleAssignees, eq(articleAssignees.articleId, articleId))
    .where(and(eq(state, 'checking'), untold(sql`${person}`, sql`${articleId}`, sql`${dueAt}`, now)))
    .limit(AT_ONCE);
}
