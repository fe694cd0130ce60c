import { handle } from '@/app/api/door/handle';
import { editComment, withdrawComment } from '@/db/discussion/edit';
import { readComment } from '@/db/discussion/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.readComment, async ({ permit, params }) =>
  map(await readComment(permit, params.id), (comment) => ({ body: comment })),
);

export const PATCH = handle(contract.editComment, async ({ permit, params, expected, body }) =>
  map(await editComment(permit, params.id, expected, body.body), (comment) => ({ body: comment })),
);

export const DELETE = handle(contract.withdrawComment, async ({ permit, params, expected }) =>
  map(await withdrawComment(permit, params.id, expected), (comment) => ({ body: comment })),
);
