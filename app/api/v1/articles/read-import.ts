import { outgoingFor } from '@/app/api/door/outgoing';
import type { UploadedFile } from '@/app/api/door/upload';
import type { NewArticle } from '@/db/articles/write';
import type { ImportRequest } from '@/domain/contract/articles';
import { map, type Result } from '@/domain/result';
import { webAddress } from '@/domain/web-address';
import { type Given, type Import, type ImportedArticle, importBytes, importForeign } from '@/formats/import';
import { importFromWeb } from '@/formats/import/web';

export type ReadImport = { article: NewArticle; read: ImportedArticle };

/** An article from the web; its address is what the page calls its own, or else where it was found in the end. */
async function readAddress(asked: string, given: Given, signal: AbortSignal): Promise<Import> {
  const found = await importFromWeb(asked, given, outgoingFor(signal));
  return map(found, ({ article, page }) => {
    const at = webAddress.safeParse(page.url).success ? page.url : asked;
    return { ...article, url: article.url ?? at };
  });
}

/**
 * What an import request amounts to: the given fields, and for the rest what the file, the content or the page says of
 * itself. A page is fetched for as long as `signal` does not say that nobody waits for it any more.
 */
export async function readImport(
  { format = 'text', content = '', rights, scale, ...given }: ImportRequest,
  file: UploadedFile | null,
  signal: AbortSignal,
): Promise<Result<ReadImport>> {
  const { url, ...said } = given;
  const found = file
    ? importBytes(file, given)
    : format === 'url'
      ? readAddress(url ?? '', said, signal)
      : importForeign({ format, content }, given);
  return map(await found, (read) => ({
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
