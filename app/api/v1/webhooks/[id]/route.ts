import { handle } from '@/app/api/door/handle';
import { editWebhook, readWebhook, removeWebhook } from '@/db/webhooks/hooks';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import { mayReceive } from '@/formats/outgoing';
import { outgoingFor } from '../../../door/outgoing';

export const GET = handle(contract.readWebhook, async ({ permit, params }) =>
  map(await readWebhook(permit, params.id), (hook) => ({ body: hook })),
);

export const PATCH = handle(contract.editWebhook, async ({ permit, params, expected, body, request }) => {
  const possible = body.url === undefined ? null : mayReceive(body.url, outgoingFor(request.signal).allow);
  if (possible && !possible.ok) return possible;
  return map(await editWebhook(permit, params.id, expected, body), (hook) => ({ body: hook }));
});

export const DELETE = handle(contract.removeWebhook, async ({ permit, params }) =>
  map(await removeWebhook(permit, params.id), () => ({ body: null })),
);
