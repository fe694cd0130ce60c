import { handle } from '@/app/api/door/handle';
import { acceptFound } from '@/db/watches/found';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.acceptFound, async ({ permit, params, expected, body }) =>
  map(await acceptFound(permit, params.id, expected, body.reason ?? null), (report) => ({
    body: report,
    location: `/api/v1/articles/${params.id}/revisions/${report.revision.number}`,
  })),
);
