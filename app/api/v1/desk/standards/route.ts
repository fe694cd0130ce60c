import { handle } from '@/app/api/door/handle';
import { readStandards, setStandards } from '@/db/standards/settings';
import { contract } from '@/domain/contract';
import { map, ok } from '@/domain/result';

export const GET = handle(contract.readStandards, async ({ permit }) => ok({ body: await readStandards(permit) }));

export const PUT = handle(contract.setStandards, async ({ permit, expected, body }) =>
  map(await setStandards(permit, expected, body), (settings) => ({ body: settings })),
);
