import { createHmac } from 'node:crypto';
import { and, asc, desc, eq, gt, lt, max } from 'drizzle-orm';
import type { NewWebhook, WebhookPatch, WebhookWithSecret } from '@/domain/contract/webhooks';
import type { Permit } from '@/domain/permission';
import { map, ok, type Result, refuse } from '@/domain/result';
import type { Delivery, Webhook } from '@/domain/webhook';
import { database, type Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import type { Span } from '../people/people';
import { activity, deliveries, webhooks } from '../schema';
import { settled } from '../settled';
import { type Expected, isCurrent } from '../version';
import { write } from '../write';

export type WebhookRow = typeof webhooks.$inferSelect;

export const noSuchWebhook = (): Result<never> => refuse('missing', 'no-such-webhook', 'There is no such webhook.');

const presentWebhook = ({
  id,
  url,
  kinds,
  paused,
  failures,
  problem,
  dueAt,
  createdBy,
  createdAt,
}: WebhookRow): Webhook => ({
  ...{ id, url, kinds, paused, failures, problem },
  dueAt: failures === 0 ? null : dueAt,
  createdBy,
  createdAt,
});

/**
 * The secret that a hook's messages are signed with: it follows from the server's own, so that none is stored, and is
 * another after each rotation.
 */
export function secretOf({ id, rotation }: Pick<WebhookRow, 'id' | 'rotation'>): string {
  const bytes = createHmac('sha256', settled().secret).update(`webhook ${id} ${rotation}`).digest('base64');
  return `whsec_${bytes}`;
}

export async function webhookRow(db: Pick<Tx, 'select'>, id: string): Promise<WebhookRow | null> {
  const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id));
  return row ?? null;
}

/** The receivers, oldest first. */
export async function listWebhooks(_permit: Permit<'administer'>, { after, limit }: Span): Promise<Webhook[]> {
  const rows = await database()
    .read.select()
    .from(webhooks)
    .where(after === undefined ? undefined : gt(webhooks.id, after))
    .orderBy(asc(webhooks.id))
    .limit(limit);
  return rows.map(presentWebhook);
}

export async function readWebhook(_permit: Permit<'administer'>, id: string): Promise<Result<Webhook>> {
  const row = await webhookRow(database().read, id);
  return row ? ok(presentWebhook(row)) : noSuchWebhook();
}

/** Adds a receiver, which is told of what happens from now on. */
export async function addWebhook(
  permit: Permit<'administer'>,
  { url, kinds }: NewWebhook,
): Promise<Result<WebhookWithSecret>> {
  const made = await write(permit, async (tx, actor) => {
    if (actor.id === null) return refuse('forbidden', 'nobody-adds', 'Add a webhook as a person of the desk.');
    const [newest] = await tx.select({ seq: max(activity.seq) }).from(activity);
    const row: WebhookRow = {
      ...{ id: newId(), url, kinds: [...new Set(kinds)], rotation: 1, paused: false, cursor: newest?.seq ?? 0 },
      ...{ failures: 0, problem: null, dueAt: null, lease: null, leaseEndsAt: null },
      createdBy: actor.id,
      createdAt: new Date().toISOString(),
    };
    await tx.insert(webhooks).values(row);
    const content = { url, kinds: row.kinds };
    await record(tx, actor, { type: 'webhook.added', subject: row.id, content }, row.createdAt);
    return ok({ hook: presentWebhook(row), rotation: row.rotation });
  });
  return map(made, tellingSecret);
}

/** Not within the write, whose answer is kept under its Idempotency-Key: no secret is stored. */
const tellingSecret = ({ hook, rotation }: { hook: Webhook; rotation: number }): WebhookWithSecret => ({
  ...hook,
  secret: secretOf({ id: hook.id, rotation }),
});

/** Changes a receiver. Whoever changes the address, or lets it go on, wants to see at once whether it works. */
export function editWebhook(
  permit: Permit<'administer'>,
  id: string,
  expected: Expected,
  patch: WebhookPatch,
): Promise<Result<Webhook>> {
  return write(permit, async (tx, actor) => {
    const row = await webhookRow(tx, id);
    if (!row) return noSuchWebhook();
    const before = presentWebhook(row);
    const current = isCurrent(expected, before, 'webhook');
    if (!current.ok) return current;
    const after = { ...row, ...patch, dueAt: null };
    await tx
      .update(webhooks)
      .set({ ...patch, dueAt: null })
      .where(eq(webhooks.id, id));
    const content = { url: after.url, kinds: after.kinds, paused: after.paused };
    await record(tx, actor, { type: 'webhook.changed', subject: id, content });
    return ok(presentWebhook(after));
  });
}

export function removeWebhook(permit: Permit<'administer'>, id: string): Promise<Result<null>> {
  return write(permit, async (tx, actor) => {
    const row = await webhookRow(tx, id);
    if (!row) return noSuchWebhook();
    await tx.delete(webhooks).where(eq(webhooks.id, id));
    await record(tx, actor, { type: 'webhook.removed', subject: id, content: { url: row.url } });
    return ok(null);
  });
}

/** Signs a receiver's messages with a new secret from now on. */
export async function rotateWebhook(permit: Permit<'administer'>, id: string): Promise<Result<WebhookWithSecret>> {
  const made = await write(permit, async (tx, actor) => {
    const row = await webhookRow(tx, id);
    if (!row) return noSuchWebhook();
    const after = { ...row, rotation: row.rotation + 1 };
    await tx.update(webhooks).set({ rotation: after.rotation }).where(eq(webhooks.id, id));
    await record(tx, actor, { type: 'webhook.changed', subject: id, content: { secret: 'another' } });
    return ok({ hook: presentWebhook(after), rotation: after.rotation });
  });
  return map(made, tellingSecret);
}

/** The latest attempts to deliver to a receiver, newest first; `before` is the id to go on from. */
export async function listDeliveries(
  _permit: Permit<'administer'>,
  id: string,
  { before, limit }: { before?: string; limit: number },
): Promise<Result<Delivery[]>> {
  const { read } = database();
  if (!(await webhookRow(read, id))) return noSuchWebhook();
  const rows = await read
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.webhookId, id), before === undefined ? undefined : lt(deliveries.id, before)))
    .orderBy(desc(deliveries.id))
    .limit(limit);
  return ok(rows.map(({ webhookId, ...delivery }) => delivery));
}
