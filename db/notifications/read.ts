import { and, desc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { blindArticles } from '@/domain/blind';
import type { NotificationSettings, NotificationSettingsChosen } from '@/domain/contract/notifications';
import type { Notification, NotificationKind } from '@/domain/notification';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { titlesOf } from '../articles/titles';
import type { Reading } from '../claims/rows';
import { database, type Reads, type Tx } from '../client';
import { keepChoice, mailChoiceOf } from '../mail/choice';
import { claims, mutedNotifications, notifications } from '../schema';
import { blindTo, isSeen } from '../second-verdicts/blind';
import { write } from '../write';

/** As far as unread notifications are counted. */
const MOST_COUNTED = 100;

/**
 * The condition that a notification is of no claim to which its person is blind, but that they are asked to judge it, nor of
 * an edition of its article that failed, which may be for its verdict: these wait until they have filed. Undefined where they
 * are blind to none. Mail asks it too.
 */
export async function isTold(db: Reading, person: { readonly id: string | null }): Promise<SQL | undefined> {
  const { kind, articleId, claimId } = notifications;
  const blindness = await blindTo(db, person);
  const seen = isSeen(claimId, blindness);
  if (!seen) return undefined;
  const failed = and(eq(kind, 'not-published'), inArray(articleId, blindArticles(blindness)));
  return and(or(isNull(claimId), eq(kind, 'second-verdict'), seen), sql`not ${failed}`);
}

type Page = { unreadOnly?: boolean; before?: string; limit: number };

/** What a person is told of, newest first; `before` is the id to go on from. */
export async function listNotifications(
  { actor }: Permit<'read'>,
  { unreadOnly = false, before, limit }: Page,
): Promise<Notification[]> {
  const page = and(
    before ? lt(notifications.id, before) : undefined,
    unreadOnly ? isNull(notifications.readAt) : undefined,
  );
  return toldTo(actor, page, limit);
}

/** What a message tells its person of, as they would read it in the app just now: less what they have read since. */
export const listMailed = ({ actor }: Permit<'read'>, mail: string, limit: number): Promise<Notification[]> =>
  toldTo(actor, and(eq(notifications.mail, mail), isNull(notifications.readAt)), limit);

async function toldTo(actor: Actor, which: SQL | undefined, limit: number): Promise<Notification[]> {
  const rows = await database()
    .read.select({ notification: notifications, statement: claims.statement, quotes: claims.quotes })
    .from(notifications)
    .leftJoin(claims, eq(claims.id, notifications.claimId))
    .where(and(eq(notifications.personId, actor.id ?? ''), which, await isTold(database().read, actor)))
    .orderBy(desc(notifications.id))
    .limit(limit);
  const titles = await titlesOf(rows.flatMap(({ notification: { articleId } }) => articleId ?? []));
  return rows.map(({ notification: { personId, once, mail, ...told }, statement, quotes }) => ({
    ...told,
    articleTitle: told.articleId === null ? null : (titles.get(told.articleId) ?? null),
    statement: told.claimId === null ? null : statement || quotes?.[0] || '',
  }));
}

/** How many a person has not read, counted up to 100. */
export const countUnread = ({ actor }: Permit<'read'>): Promise<number> => unreadOf(database().read, actor);

async function unreadOf(db: Reading & Pick<Reads, 'all'>, actor: Actor): Promise<number> {
  const { personId, readAt } = notifications;
  const [row] = await db.all<{ many: number }>(sql`select count(*) as many from (
    select 1 from ${notifications} where ${and(eq(personId, actor.id ?? ''), isNull(readAt), await isTold(db, actor))} limit ${MOST_COUNTED})`);
  return row?.many ?? 0;
}

/** Marks one of a person's notifications as read; how many are unread after that. */
export function markRead(permit: Permit<'read'>, id: string): Promise<Result<number>> {
  return write(permit, async (tx, actor) => {
    const own = and(eq(notifications.id, id), eq(notifications.personId, actor.id ?? ''), await isTold(tx, actor));
    const [found] = await tx.select({ readAt: notifications.readAt }).from(notifications).where(own);
    if (!found) return refuse('missing', 'no-such-notification', 'You have no such notification.');
    if (found.readAt === null) await tx.update(notifications).set({ readAt: new Date().toISOString() }).where(own);
    return ok(await unreadOf(tx, actor));
  });
}

/** Marks all of a person's notifications as read, or those up to the newest one they saw. */
export function markAllRead(permit: Permit<'read'>, upTo?: string): Promise<Result<number>> {
  return write(permit, async (tx, actor) => {
    const { personId, readAt, id } = notifications;
    await tx
      .update(notifications)
      .set({ readAt: new Date().toISOString() })
      .where(and(eq(personId, actor.id ?? ''), isNull(readAt), upTo === undefined ? undefined : lte(id, upTo)));
    return ok(await unreadOf(tx, actor));
  });
}

/** Of what a person does not want to be told, and of what they want to be sent mail. */
export const readSettings = ({ actor }: Permit<'read'>): Promise<NotificationSettings> =>
  settingsOf(database().read, actor);

async function settingsOf(db: Pick<Reads, 'select'>, actor: Actor): Promise<NotificationSettings> {
  const { kind, personId } = mutedNotifications;
  const rows = await db
    .select({ kind })
    .from(mutedNotifications)
    .where(eq(personId, actor.id ?? ''));
  return { muted: rows.map((row) => row.kind), mail: await mailChoiceOf(actor, db) };
}

/** Stores of what a person wants to be told, in place of what was chosen before; what they leave out stays. */
export function setSettings(
  permit: Permit<'read'>,
  { muted, mail }: NotificationSettingsChosen,
): Promise<Result<NotificationSettings>> {
  return write(permit, async (tx, actor) => {
    if (actor.id !== null && muted !== undefined) await mute(tx, actor.id, [...new Set(muted)]);
    const before = await mailChoiceOf(actor, tx);
    if (actor.id !== null && mail !== undefined && mail !== before) await keepChoice(tx, actor.id, mail, new Date());
    return ok(await settingsOf(tx, actor));
  });
}

async function mute(tx: Tx, personId: string, kinds: NotificationKind[]): Promise<void> {
  await tx.delete(mutedNotifications).where(eq(mutedNotifications.personId, personId));
  if (kinds.length > 0) await tx.insert(mutedNotifications).values(kinds.map((kind) => ({ personId, kind })));
}
