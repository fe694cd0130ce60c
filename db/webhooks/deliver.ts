import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, max, or, sql } from 'drizzle-orm';
import { type Attempt, activityOf, retryAt, type WebhookKind, webhookKindOf } from '@/domain/webhook';
import type { Reading } from '../claims/rows';
import { database, type Tx } from '../client';
import { newId } from '../ids';
import { activity, activityContents, deliveries, webhooks } from '../schema';
import { secretOf, type WebhookRow } from './hooks';
import { bodyOf, type Message, signed } from './message';

/** A message that this process alone delivers, until it settles what came of it. */
export type ClaimedDelivery = {
  webhookId: string;
  url: string;
  lease: string;
  seq: number;
  kind: WebhookKind;
  attempt: number;
  message: Message;
};

/** Milliseconds after which another process may deliver: well over what a receiver has to answer. */
const TERM = 30_000;
/** Attempts that are kept of each hook. */
const KEPT = 200;
/** Entries of the log that are looked through at once, and a hook that none concerns is moved past. */
const AT_ONCE = 200;

const isDue = (now: string) =>
  and(
    eq(webhooks.paused, false),
    or(isNull(webhooks.leaseEndsAt), lt(webhooks.leaseEndsAt, now)),
    or(isNull(webhooks.dueAt), lte(webhooks.dueAt, now)),
  );

type Next = { seq: number; kind: WebhookKind; entry: Parameters<typeof bodyOf>[1] };

/** The first entry of the log past a hook's cursor that it is to be told of. */
async function nextFor(db: Reading, { cursor, kinds }: Pick<WebhookRow, 'cursor' | 'kinds'>): Promise<Next | null> {
  const rows = await db
    .select({ entry: activity, content: activityContents.content })
    .from(activity)
    .leftJoin(activityContents, eq(activityContents.seq, activity.seq))
    .where(and(gt(activity.seq, cursor), inArray(activity.type, activityOf(kinds))))
    .orderBy(asc(activity.seq))
    .limit(AT_ONCE);
  for (const { entry, content } of rows) {
    const told = { ...entry, content: content === null ? null : (JSON.parse(content) as Record<string, unknown>) };
    const kind = webhookKindOf(told);
    if (kind && kinds.includes(kind)) return { seq: entry.seq, kind, entry: told };
  }
  const last = rows.at(-1)?.entry.seq;
  return last !== undefined && rows.length === AT_ONCE ? nextFor(db, { cursor: last, kinds }) : null;
}

/** The hooks that have something to be told now, with what comes first for each. */
async function dueIn(db: Reading, now: string): Promise<{ hook: WebhookRow; next: Next }[]> {
  const hooks = await db.select().from(webhooks).where(isDue(now)).orderBy(asc(webhooks.id));
  const found: { hook: WebhookRow; next: Next }[] = [];
  for (const hook of hooks) {
    const next = await nextFor(db, hook);
    if (next) found.push({ hook, next });
  }
  return found;
}

/**
 * Takes the message that comes next for one hook, so that no other process sends it meanwhile; a hook's messages go out
 * one after another in the order of the log. Null while there is none, for which the database is only read.
 */
export async function claimDelivery(origin: string, now = new Date()): Promise<ClaimedDelivery | null> {
  const at = now.toISOString();
  if ((await dueIn(database().read, at)).length === 0) return null;
  return database().write(async (tx) => {
    const [due] = await dueIn(tx, at); // another process may have been faster
    if (!due) return null;
    const { hook, next } = due;
    const lease = randomUUID();
    const leaseEndsAt = new Date(now.getTime() + TERM).toISOString();
    await tx.update(webhooks).set({ lease, leaseEndsAt }).where(eq(webhooks.id, hook.id));
    const body = await bodyOf(tx, next.entry, next.kind, origin);
    const message = signed(`${hook.id}.${next.seq}`, body, secretOf(hook), now);
    const { id: webhookId, url, failures } = hook;
    return { webhookId, url, lease, seq: next.seq, kind: next.kind, attempt: failures + 1, message };
  });
}

/** Keeps what came of a delivery: it is done with, or it is tried again later. */
export async function settleDelivery(claimed: ClaimedDelivery, attempt: Attempt, now = new Date()): Promise<void> {
  const { webhookId, lease, seq, message, kind } = claimed;
  const { problem, retryAfter } = attempt;
  const failures = claimed.attempt;
  const stands =
    problem === null
      ? { cursor: seq, failures: 0, problem: null, dueAt: null }
      : { failures, problem, dueAt: retryAt(failures, now, retryAfter).toISOString() };
  await database().write(async (tx) => {
    await tx
      .update(webhooks)
      .set({ ...stands, lease: null, leaseEndsAt: null })
      .where(and(eq(webhooks.id, webhookId), eq(webhooks.lease, lease)));
    await keepAttempt(tx, webhookId, { ...attempt, message: message.id, kind, attempt: claimed.attempt }, now);
  });
}

type Kept = Omit<Attempt, 'retryAfter'> & { retryAfter?: number; message: string; kind: string; attempt: number };

/** Adds an attempt to the log of deliveries, which keeps the latest. */
export async function keepAttempt(tx: Tx, webhookId: string, { retryAfter: _, ...made }: Kept, now: Date) {
  const [hook] = await tx.select({ id: webhooks.id }).from(webhooks).where(eq(webhooks.id, webhookId));
  if (!hook) return null; // removed meanwhile
  const row = { id: newId(), webhookId, at: now.toISOString(), ...made };
  await tx.insert(deliveries).values(row);
  const [oldest] = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.webhookId, webhookId))
    .orderBy(desc(deliveries.id))
    .limit(1)
    .offset(KEPT);
  if (oldest)
    await tx.delete(deliveries).where(and(eq(deliveries.webhookId, webhookId), lte(deliveries.id, oldest.id)));
  return row;
}

/** Moves hooks past what does not concern them, so that a look at the log stays short however long it grows. */
export async function moveOn(): Promise<void> {
  const [newest] = await database()
    .read.select({ seq: max(activity.seq) })
    .from(activity);
  const far = (newest?.seq ?? 0) - 10 * AT_ONCE;
  const [behind] = await database().read.select().from(webhooks).where(lt(webhooks.cursor, far)).limit(1);
  if (!behind) return;
  await database().write(async (tx) => {
    const hooks = await tx.select().from(webhooks).where(lt(webhooks.cursor, far));
    for (const hook of hooks) {
      if (await nextFor(tx, hook)) continue;
      await tx
        .update(webhooks)
        .set({ cursor: sql`max(${webhooks.cursor}, ${far})` })
        .where(eq(webhooks.id, hook.id));
    }
  });
}
