import { handle } from '@/app/api/door/handle';
import { deskReport } from '@/db/standards/report';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.deskStandardsReport, async ({ permit, query: { from = null, to = null } }) =>
  ok({ body: await deskReport(permit, { from, to }) }),
);
