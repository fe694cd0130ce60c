import type { NewArticle } from '@/db/articles/write';
import type { ImportRequest } from '@/domain/contract/articles';
import { map, type Result } from '@/domain/result';
import { type ImportedArticle, importArticle as readForeign } from '@/formats/import';

export type ReadImport = { article: NewArticle; read: ImportedArticle };

/** What an import request amounts to: the given fields, and for the rest what the text says of itself. */
export function readImport({
  format = 'text',
  content,
  url,
  rights,
  scale,
  ...given
}: ImportRequest): Result<ReadImport> {
  return map(readForeign({ format, content }, given), (read) => ({
    read,
    article: {
      title: read.title,
      publication: read.publication,
      byline: read.byline,
      contact: read.contact,
      publishedOn: read.publishedOn,
      url: url ?? null,
      language: read.language,
      rights: rights ?? 'excerpt',
      scale: scale ?? 'plain',
      text: read.text,
      doc: read.doc,
      setAside: read.setAside.map((line) => line.text),
    },
  }));
}
