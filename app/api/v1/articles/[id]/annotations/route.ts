import { handle } from '@/app/api/door/handle';
import { importAnnotations } from '@/db/claims/annotations';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import { readAnnotations } from '@/formats/import/annotations';

export const POST = handle(contract.importAnnotations, async ({ permit, params, body }) => {
  const read = readAnnotations(body);
  if (!read.ok) return read;
  return map(await importAnnotations(permit, params.id, read.value), (report) => ({ body: report }));
});
