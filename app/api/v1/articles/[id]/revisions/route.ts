import { handle } from '@/app/api/door/handle';
import { cut } from '@/app/api/door/listing';
import { addRevision } from '@/db/revisions/add';
import { listRevisions } from '@/db/revisions/read';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import { readRevision } from './read-revision';

export const GET = handle(contract.listRevisions, async ({ permit, params, page }) => {
  const before = page.cursor === undefined ? undefined : Number(page.cursor);
  const found = await listRevisions(permit, params.id, { before, limit: page.limit + 1 });
  return map(found, (rows) => {
    const { items, next } = cut(rows, page, ({ number }) => String(number));
    return { body: { items }, next };
  });
});

export const POST = handle(contract.addRevision, async ({ permit, params, body, file }) => {
  const read = await readRevision(permit, params.id, body, file);
  if (!read.ok) return read;
  return map(await addRevision(permit, params.id, read.value.revision), (report) => ({
    body: report,
    location: `/api/v1/articles/${params.id}/revisions/${report.revision.number}`,
  }));
});
