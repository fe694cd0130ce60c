import { handle } from '@/app/api/door/handle';
import { scaleForImport } from '@/db/articles/scale';
import { sha256Hex } from '@/domain/canonical';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import { readImport } from '../read-import';

export const POST = handle(contract.previewArticle, async ({ permit, body, repairs, request }) => {
  const read = await readImport(body, request.signal);
  if (!read.ok) return read;
  const { article, read: imported } = read.value;
  const { text, doc, scale: scaleId, ...metadata } = article;
  return map(await scaleForImport(permit, scaleId), (scale) => ({
    body: {
      ...metadata,
      state: 'checking' as const,
      scale,
      revision: { number: 1, text, sha256: sha256Hex(text) },
      lines: imported.lines.map(({ text: line, role, reason }) => ({
        text: line,
        role,
        reason,
        setAside: role !== 'paragraph',
      })),
      repairs: [...repairs, ...imported.repairs],
    },
  }));
});
