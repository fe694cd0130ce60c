import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { listMails } from '@/db/mail/standing';
import { contract } from '@/domain/contract';
import { ok } from '@/domain/result';

export const GET = handle(contract.listMails, async ({ permit, page }) => {
  const found = await listMails(permit, { before: page.cursor, limit: page.limit + 1 });
  const { items, next } = cut(found, page, ({ id }) => id);
  return ok({ body: { items }, next });
});
