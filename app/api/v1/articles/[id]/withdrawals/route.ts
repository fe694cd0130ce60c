import { handle } from '@/app/api/door/handle';
import { withdraw } from '@/db/editions/withdraw';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.withdraw, async ({ permit, params, body }) =>
  map(await withdraw(permit, params.id, body), (withdrawal) => ({ body: withdrawal })),
);
