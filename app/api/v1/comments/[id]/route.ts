import { handle } from '@/app/api/door/handle';
import { editComment, withdrawComment } from '@/db/discussion/edit';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const PATCH = handle(contract.editComment, async ({ permit, params, expected, body }) =>
  map(await editComment(permit, params.id, expected, body.body), (comment) => ({ body: comment })),
);

export const DELETE = handle(contract.withdrawComment, async ({ permit, params, expected }) =>
  map(await withdrawComment(permit, params.id, expected), (comment) => ({ body: comment })),
);
