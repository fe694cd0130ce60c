import { handle } from '@/app/api/door/handle';
import { readEdition } from '@/db/editions/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readEdition, async ({ params }) =>
  map(await readEdition(params.id, Number(params.n)), ({ record, version }) => ({ body: record, version })),
);
