import { and, inArray } from 'drizzle-orm';
import type { NotificationKind } from '@/domain/notification';
import type { Actor } from '@/domain/permission';
import type { Tx } from '../client';
import { newId } from '../ids';
import { mutedNotifications, notifications } from '../schema';

/** Something to tell somebody of. */
export type News = {
  person: string;
  kind: NotificationKind;
  articleId: string;
  claimId?: string;
  /** the number of the revision or edition it is about */
  number?: number;
  /** a name under which the person is told of it once only, however often it comes up */
  once?: string;
};

/** Rows stored by one statement. */
const AT_ONCE = 200;

/**
 * Tells people of what was just done, in the write that does it: nobody of their own deeds, of what they do not want
 * to hear, or twice of the same. Call it beside `record`, in the same transaction.
 */
export async function notify(tx: Tx, actor: Pick<Actor, 'id'>, news: readonly News[]): Promise<void> {
  const others = distinct(news.filter(({ person }) => person !== actor.id));
  if (others.length === 0) return;
  const muted = await mutedBy(tx, others);
  const at = new Date().toISOString();
  const rows = others
    .filter(({ person, kind }) => !muted.has(`${person} ${kind}`))
    .map(({ person, kind, articleId, claimId = null, number = null, once = null }) => ({
      ...{
        id: newId(),
        personId: person,
        kind,
        by: actor.id,
        articleId,
        claimId,
        number,
        at,
        readAt: null,
        once,
        mail: null,
      },
    }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx
      .insert(notifications)
      .values(rows.slice(from, from + AT_ONCE))
      .onConflictDoNothing();
}

const distinct = (news: News[]): News[] => [
  ...new Map(news.map((each) => [[each.person, each.kind, each.articleId, each.claimId].join(' '), each])).values(),
];

async function mutedBy(tx: Tx, news: readonly News[]): Promise<ReadonlySet<string>> {
  const { personId, kind } = mutedNotifications;
  const rows = await tx
    .select()
    .from(mutedNotifications)
    .where(
      and(
        inArray(personId, [...new Set(news.map(({ person }) => person))]),
        inArray(kind, [...new Set(news.map((each) => each.kind))]),
      ),
    );
  return new Set(rows.map((row) => `${row.personId} ${row.kind}`));
}
