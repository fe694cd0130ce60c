import { handle } from '@/app/api/door/handle';
import { adjudicate } from '@/db/second-verdicts/adjudicate';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const PUT = handle(contract.adjudicate, async ({ permit, params, expected, body }) =>
  map(await adjudicate(permit, params.id, expected, body), (claim) => ({ body: claim })),
);
