import type { UploadedFile } from '@/app/api/door/upload';
import type { NewRevision } from '@/db/revisions/add';
import { lastRead } from '@/db/revisions/read';
import type { NewRevisionRequest } from '@/domain/contract/revisions';
import type { ArticleDoc } from '@/domain/doc';
import { mayCorrectText, type Permit } from '@/domain/permission';
import { map, type Result } from '@/domain/result';
import { type Given, importBytes, importForeign, type SourceLine } from '@/formats/import';
import { importAgain } from '@/formats/import/again';
import { importDocument } from '@/formats/import/document';

export type ReadRevision = { revision: NewRevision; lines: SourceLine[]; whole: ArticleDoc; repairs: string[] };
type Text = Exclude<NewRevisionRequest, { format: 'document' }>;
type Document = Extract<NewRevisionRequest, { format: 'document' }>;

/** What a request for a new revision amounts to: a text is read as a first import is, a document is an editor's. */
export const readRevision = async (
  permit: Permit<'annotate'>,
  articleId: string,
  request: NewRevisionRequest,
  file: UploadedFile | null,
): Promise<Result<ReadRevision>> =>
  request.format === 'document' ? readDocument(permit, request) : readText(permit, articleId, request, file);

async function readText(
  permit: Permit<'annotate'>,
  articleId: string,
  request: Text,
  file: UploadedFile | null,
): Promise<Result<ReadRevision>> {
  const { format = 'text', content, title, setAside, reason = null, base = null } = request;
  const last = await lastRead(permit, articleId);
  if (!last.ok) return last;
  const read = (given: Given) => (file ? importBytes(file, given) : importForeign({ format, content }, given));
  return map(await importAgain(read, { title, setAside }, last.value), (found) => ({
    revision: {
      kind: 'import' as const,
      title: found.title,
      text: found.text,
      doc: found.doc,
      setAside: found.setAside.map((line) => line.text),
      reason,
      base,
    },
    lines: found.lines,
    whole: found.whole,
    repairs: found.repairs,
  }));
}

function readDocument(permit: Permit<'annotate'>, { doc, title, reason = null, base }: Document): Result<ReadRevision> {
  const allowed = mayCorrectText(permit);
  if (!allowed.ok) return allowed;
  return map(importDocument(doc), (read) => ({
    revision: {
      kind: 'correction' as const,
      title: title ?? null,
      text: read.text,
      doc: read.doc,
      setAside: null,
      reason,
      base,
    },
    lines: [],
    whole: read.doc,
    repairs: read.repairs,
  }));
}
