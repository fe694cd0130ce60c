import { handle } from '@/app/api/door/handle';
import { outgoingFor } from '@/app/api/door/outgoing';
import { claimNow } from '@/db/watches/claim';
import { settleLook } from '@/db/watches/settle';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import { lookAt } from '@/formats/import/look';

export const POST = handle(contract.checkWatch, async ({ permit, params, request }) => {
  const claimed = await claimNow(permit, params.id);
  if (!claimed.ok) return claimed;
  const look = await lookAt(claimed.value.watched, { ...outgoingFor(request.signal), scheduled: false });
  return map(await settleLook(permit, claimed.value, look), (watch) => ({ body: watch }));
});
