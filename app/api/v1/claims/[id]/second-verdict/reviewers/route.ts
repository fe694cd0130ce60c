import { handle } from '@/app/api/door/handle';
import { listSecondReviewers } from '@/db/second-verdicts/reviewers';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listSecondReviewers, async ({ permit, params }) =>
  map(await listSecondReviewers(permit, params.id), (items) => ({ body: { items } })),
);
