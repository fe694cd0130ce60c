import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { addWebhook, listWebhooks } from '@/db/webhooks/hooks';
import { contract } from '@/domain/contract';
import { map, ok } from '@/domain/result';
import { mayReceive } from '@/formats/outgoing';
import { outgoingFor } from '../../door/outgoing';

export const GET = handle(contract.listWebhooks, async ({ permit, page }) => {
  const rows = await listWebhooks(permit, { after: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(rows, page, ({ id }) => id);
  return ok({ body: { items }, next });
});

export const POST = handle(contract.addWebhook, async ({ permit, body, request }) => {
  const possible = mayReceive(body.url, outgoingFor(request.signal).allow);
  return possible.ok ? map(await addWebhook(permit, body), (hook) => ({ body: hook })) : possible;
});
