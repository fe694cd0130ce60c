import { handle } from '@/app/api/door/handle';
import { takeSecondVerdict } from '@/db/second-verdicts/ask';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.takeSecondVerdict, async ({ permit, params }) =>
  map(await takeSecondVerdict(permit, params.id), (body) => ({ body })),
);
