import { handle } from '@/app/api/door/handle';
import { scaleForImport } from '@/db/articles/scale';
import { sha256Hex } from '@/domain/canonical';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';
import { readImport } from '../read-import';

export const POST = handle(contract.previewArticle, async ({ permit, body, file, request }) => {
  const read = await readImport(body, file, request.signal);
  if (!read.ok) return read;
  const { article, read: imported } = read.value;
  const { text, doc: _, scale: scaleId, ...metadata } = article;
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
      doc: imported.whole,
      titled: imported.titled,
      repairs: imported.repairs,
    },
  }));
});
