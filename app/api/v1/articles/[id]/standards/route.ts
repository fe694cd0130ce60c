import { handle } from '@/app/api/door/handle';
import { articleReport } from '@/db/standards/report';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.articleStandardsReport, async ({ permit, params }) =>
  map(await articleReport(permit, params.id), (report) => ({ body: report })),
);
