import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { addComment } from '@/db/discussion/open';
import { listComments } from '@/db/discussion/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const GET = handle(contract.listComments, async ({ permit, params, page }) => {
  const found = await listComments(permit, params.id, { after: page.cursor, limit: page.limit + 1 });
  return map(found, (comments) => {
    const { items, next } = cut(comments, page, ({ id }) => id);
    return { body: { items }, next };
  });
});

export const POST = handle(contract.addComment, async ({ permit, params, body }) =>
  map(await addComment(permit, params.id, body), (comment) => ({
    body: comment,
    location: `/api/v1/comments/${comment.id}`,
  })),
);
