import { and, eq, gt, inArray, lt, notInArray, sql } from 'drizzle-orm';
import type { PresenceRequest } from '@/domain/contract/events';
import type { Actor, Permit } from '@/domain/permission';
import { MOST_TABS, PRESENCE_LEASE, type TabPlace } from '@/domain/presence';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import type { Tx } from '../client';
import { articles, claims, presences } from '../schema';
import { write } from '../write';

/** Seconds after which the row of a tab that is gone is deleted. */
const KEPT = 3600;
const now = sql`unixepoch()`;

/**
 * Takes down where a person's tabs are, for as long as the lease lasts, and which of them were closed. A claim that is
 * not in the article is left out.
 */
export function tellPresence(
  permit: Permit<'read'>,
  { tabs, gone = [] }: PresenceRequest,
): Promise<Result<{ seconds: number }>> {
  return write(permit, async (tx, actor) => {
    const { id } = actor;
    if (id === null) return refuse('rule', 'nobody-there', 'The command line is in no article.');
    const allowed = await mayBeThere(tx, id, tabs);
    if (!allowed.ok) return allowed;
    const turn = await nextTurn(tx);
    await leave(tx, id, gone, turn);
    for (const tab of await withKnownClaims(tx, tabs)) await enter(tx, id, tab, turn);
    await forgetOld(tx, turn);
    return ok({ seconds: PRESENCE_LEASE });
  });
}

async function mayBeThere(tx: Tx, personId: string, tabs: readonly TabPlace[]): Promise<Result<true>> {
  const wanted = [...new Set(tabs.map(({ articleId }) => articleId))];
  const known = await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, wanted));
  if (known.length < wanted.length) return noSuchArticle();
  const others = and(
    eq(presences.personId, personId),
    gt(presences.endsAt, now),
    notInArray(
      presences.tab,
      tabs.map(({ tab }) => tab),
    ),
  );
  if ((await tx.$count(presences, others)) + tabs.length <= MOST_TABS) return ok(true);
  const message = `You are in ${MOST_TABS} tabs already. Close some, or wait a minute until those that are gone are forgotten.`;
  return refuse('rule', 'too-many-tabs', message);
}

async function nextTurn(tx: Tx): Promise<number> {
  const [last] = await tx.select({ turn: sql<number>`coalesce(max(${presences.turn}), 0)` }).from(presences);
  return (last?.turn ?? 0) + 1;
}

async function withKnownClaims(tx: Tx, tabs: readonly TabPlace[]): Promise<TabPlace[]> {
  const ids = tabs.flatMap(({ claimId }) => claimId ?? []);
  const rows = await tx
    .select({ id: claims.id, articleId: claims.articleId })
    .from(claims)
    .where(inArray(claims.id, ids));
  const known = new Set(rows.map(({ id, articleId }) => `${id} ${articleId}`));
  return tabs.map((tab) =>
    known.has(`${tab.claimId} ${tab.articleId}`) ? tab : { ...tab, claimId: null, field: null },
  );
}

/** A tab that was there already and has not moved is given time and no turn, so that nobody need look. */
async function enter(tx: Tx, personId: Actor['id'] & string, place: TabPlace, turn: number): Promise<void> {
  const endsAt = sql<number>`unixepoch() + ${PRESENCE_LEASE}`;
  const { articleId, claimId, field } = place;
  const stays = sql`${presences.articleId} = ${articleId} and ${presences.claimId} is ${claimId} and ${presences.field} is ${field} and ${presences.endsAt} > unixepoch()`;
  await tx
    .insert(presences)
    .values({ personId, ...place, endsAt, turn })
    .onConflictDoUpdate({
      target: [presences.personId, presences.tab],
      set: { articleId, claimId, field, endsAt, turn: sql`case when ${stays} then ${presences.turn} else ${turn} end` },
    });
}

const leave = (tx: Tx, personId: string, gone: readonly string[], turn: number) =>
  tx
    .update(presences)
    .set({ endsAt: 0, turn })
    .where(and(eq(presences.personId, personId), inArray(presences.tab, [...gone]), gt(presences.endsAt, now)));

/** The row with the highest turn stays, or a turn would come again and nobody would look. */
const forgetOld = (tx: Tx, turn: number) =>
  tx
    .delete(presences)
    .where(
      and(
        lt(presences.endsAt, sql`unixepoch() - ${KEPT}`),
        lt(presences.turn, turn),
        sql`${presences.turn} < (select max(turn) from presences)`,
      ),
    );
