import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import type { Attempt, Delivery } from '@/domain/webhook';
import { database } from '../client';
import { newId } from '../ids';
import { write } from '../write';
import { keepAttempt } from './deliver';
import { noSuchWebhook, secretOf, webhookRow } from './hooks';
import { type Message, signed } from './message';

/** A message of type `ping` for a receiver, and where to send it. */
export async function testMessage(
  _permit: Permit<'administer'>,
  id: string,
): Promise<Result<{ url: string; message: Message }>> {
  const hook = await webhookRow(database().read, id);
  if (!hook) return noSuchWebhook();
  const now = new Date();
  const body = JSON.stringify({ type: 'ping', timestamp: now.toISOString(), data: {} });
  return ok({ url: hook.url, message: signed(`${id}.ping-${newId()}`, body, secretOf(hook), now) });
}

/** Keeps what came of it beside the other attempts; it delays and advances nothing. */
export function keepTest(
  permit: Permit<'administer'>,
  id: string,
  message: Message,
  attempt: Attempt,
): Promise<Result<Delivery>> {
  const kept = { ...attempt, message: message.id, kind: 'ping', attempt: 1 };
  return write(permit, async (tx) => {
    const row = await keepAttempt(tx, id, kept, new Date());
    if (!row) return noSuchWebhook();
    const { webhookId, ...delivery } = row;
    return ok(delivery);
  });
}
