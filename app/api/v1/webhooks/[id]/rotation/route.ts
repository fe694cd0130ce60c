import { handle } from '@/app/api/door/handle';
import { rotateWebhook } from '@/db/webhooks/hooks';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.rotateWebhook, async ({ permit, params }) =>
  map(await rotateWebhook(permit, params.id), (hook) => ({ body: hook })),
);
