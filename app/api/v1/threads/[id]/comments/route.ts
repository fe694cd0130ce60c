import { handle } from '@/app/api/door/handle';
import { reply } from '@/db/discussion/reply';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.reply, async ({ permit, params, body }) =>
  map(await reply(permit, params.id, body.body), (comment) => ({
    body: comment,
    location: `/api/v1/comments/${comment.id}`,
  })),
);
