import { handle } from '@/app/api/door/handle';
import { previewRevision } from '@/db/revisions/add';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import { readRevision } from '../read-revision';

export const POST = handle(contract.previewRevision, async ({ permit, params, body, file }) => {
  const read = await readRevision(permit, params.id, body, file);
  if (!read.ok) return read;
  const { revision, lines, whole, repairs } = read.value;
  return map(await previewRevision(permit, params.id, revision), (report) => ({
    body: {
      ...report,
      text: revision.text,
      lines: lines.map(({ text, role, reason }) => ({ text, role, reason, setAside: role !== 'paragraph' })),
      doc: whole,
      repairs,
    },
  }));
});
