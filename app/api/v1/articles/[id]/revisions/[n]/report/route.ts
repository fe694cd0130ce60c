import { handle } from '@/app/api/door/handle';
import { readReport } from '@/db/revisions/report';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readReport, async ({ permit, params }) =>
  map(await readReport(permit, params.id, Number(params.n)), (body) => ({ body })),
);
