import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listDeskActivity } from '@/db/activity';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(
  contract.listDeskActivity,
  async ({ permit, query: { limit: _, cursor, ...filter }, page }) => {
    const before = cursor === undefined ? undefined : Number(cursor);
    const rows = await listDeskActivity(permit, { ...filter, before, limit: page.limit + 1 });
    const { items, next } = cut(rows, page, ({ id }) => id);
    return ok({ body: { items }, next });
  },
);
