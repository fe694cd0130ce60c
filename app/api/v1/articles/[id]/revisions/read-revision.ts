import type { NewRevision } from '@/db/revisions/add';
import { lastRead } from '@/db/revisions/read';
import type { NewRevisionRequest } from '@/domain/contract/revisions';
import { mayCorrectText, type Permit } from '@/domain/permission';
import { map, type Result } from '@/domain/result';
import type { SourceLine } from '@/formats/import';
import { importAgain } from '@/formats/import/again';
import { importDocument } from '@/formats/import/document';

export type ReadRevision = { revision: NewRevision; lines: SourceLine[]; repairs: string[] };
type Text = Exclude<NewRevisionRequest, { format: 'document' }>;
type Document = Extract<NewRevisionRequest, { format: 'document' }>;

/** What a request for a new revision amounts to: a text is read as a first import is, a document is an editor's. */
export const readRevision = async (
  permit: Permit<'annotate'>,
  articleId: string,
  request: NewRevisionRequest,
): Promise<Result<ReadRevision>> =>
  request.format === 'document' ? readDocument(permit, request) : readText(permit, articleId, request);

async function readText(permit: Permit<'annotate'>, articleId: string, request: Text): Promise<Result<ReadRevision>> {
  const { format = 'text', content, title, setAside, reason = null, base = null } = request;
  const last = await lastRead(permit, articleId);
  if (!last.ok) return last;
  return map(importAgain({ format, content }, { title, setAside }, last.value), (read) => ({
    revision: {
      kind: 'import' as const,
      title: read.title,
      text: read.text,
      doc: read.doc,
      setAside: read.setAside.map((line) => line.text),
      reason,
      base,
    },
    lines: read.lines,
    repairs: read.repairs,
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
    repairs: read.repairs,
  }));
}
