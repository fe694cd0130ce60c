import { handle } from '@/app/api/door/handle';
import { outgoingFor } from '@/app/api/door/outgoing';
import { claimNow } from '@/db/watches/claim';
import { settleLook } from '@/db/watches/settle';
import { answerBefore } from '@/db/write';
import { contract } from '@/domain/contract';
import type { Permit } from '@/domain/permission';
import { map, type Result } from '@/domain/result';
import type { Watch } from '@/domain/watch';
import { lookAt } from '@/formats/import/look';

export const POST = handle(contract.checkWatch, async ({ permit, params, request }) =>
  map((await answerBefore<Watch>(permit)) ?? (await checked(permit, params.id, request)), (watch) => ({ body: watch })),
);

async function checked(permit: Permit<'annotate'>, id: string, { signal }: Request): Promise<Result<Watch>> {
  const claimed = await claimNow(permit, id);
  if (!claimed.ok) return claimed;
  const look = await lookAt(claimed.value.watched, { ...outgoingFor(signal), scheduled: false });
  return settleLook(permit, claimed.value, look);
}
