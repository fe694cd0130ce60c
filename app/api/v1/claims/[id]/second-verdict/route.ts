import { handle } from '@/app/api/door/handle';
import { askSecondVerdict, withdrawSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.askSecondVerdict, async ({ permit, params, body: { reviewer } }) =>
  map(await askSecondVerdict(permit, params.id, reviewer), (body) => ({ body })),
);

export const PUT = handle(contract.fileSecondVerdict, async ({ permit, params, expected, body }) =>
  map(await fileSecondVerdict(permit, params.id, expected, body), (claim) => ({ body: claim })),
);

export const DELETE = handle(contract.withdrawSecondVerdict, async ({ permit, params, expected }) =>
  map(await withdrawSecondVerdict(permit, params.id, expected), (body) => ({ body })),
);
