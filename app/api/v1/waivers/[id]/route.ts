import { handle } from '@/app/api/door/handle';
import { withdrawWaiver } from '@/db/claims/waivers';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const DELETE = handle(contract.withdrawWaiver, async ({ permit, params, expected }) =>
  map(await withdrawWaiver(permit, params.id, expected), (claim) => ({ body: claim })),
);
