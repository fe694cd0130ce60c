import type { UploadedFile } from '@/app/api/door/upload';
import type { NewArticle } from '@/db/articles/write';
import type { ImportRequest } from '@/domain/contract/articles';
import { map, type Result } from '@/domain/result';
import { type ImportedArticle, importBytes, importForeign } from '@/formats/import';

export type ReadImport = { article: NewArticle; read: ImportedArticle };

/** What an import request amounts to: the given fields, and for the rest what the file or the content says of itself. */
export async function readImport(
  { format = 'text', content, rights, scale, ...given }: ImportRequest,
  file: UploadedFile | null,
): Promise<Result<ReadImport>> {
  const found = file ? await importBytes(file, given) : await importForeign({ format, content }, given);
  return map(found, (read) => ({
    read,
    article: {
      title: read.title,
      publication: read.publication,
      byline: read.byline,
      contact: read.contact,
      publishedOn: read.publishedOn,
      url: read.url,
      language: read.language,
      rights: rights ?? 'excerpt',
      scale: scale ?? 'plain',
      text: read.text,
      doc: read.doc,
      setAside: read.setAside.map((line) => line.text),
    },
  }));
}
