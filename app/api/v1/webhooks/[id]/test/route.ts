import { handle } from '@/app/api/door/handle';
import { keepTest, testMessage } from '@/db/webhooks/test-message';
import { answerBefore } from '@/db/write';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import type { Delivery } from '@/domain/webhook';
import { attemptAt } from '@/formats/outgoing';
import { outgoingFor } from '../../../../door/outgoing';

export const POST = handle(contract.testWebhook, async ({ permit, params, request }) => {
  const before = await answerBefore<Delivery>(permit);
  if (before) return map(before, (delivery) => ({ body: delivery }));
  const ping = await testMessage(permit, params.id);
  if (!ping.ok) return ping;
  const attempt = await attemptAt(ping.value.url, ping.value.message, outgoingFor(request.signal));
  return map(await keepTest(permit, params.id, ping.value.message, attempt), (delivery) => ({ body: delivery }));
});
