import { outgoingFor } from '@/app/api/door/outgoing';
import type { NewArticle } from '@/db/articles/write';
import type { ImportRequest } from '@/domain/contract/articles';
import { map, ok, type Result } from '@/domain/result';
import { webAddress } from '@/domain/web-address';
import { type Given, type ImportedArticle, importArticle as readForeign } from '@/formats/import';
import { importFromWeb } from '@/formats/import/web';

export type ReadImport = { article: NewArticle; read: ImportedArticle };

/** What was read, and the address it has: of a fetched page, that where it was found in the end. */
type Read = { read: ImportedArticle; url: string | null };

async function readFrom({ format = 'text', content = '', url }: ImportRequest, given: Given, signal: AbortSignal) {
  if (format !== 'url') {
    return map(await readForeign({ format, content }, given), (read): Read => ({ read, url: url ?? null }));
  }
  const asked = url ?? '';
  const found = await importFromWeb(asked, given, outgoingFor(signal));
  if (!found.ok) return found;
  const { article: read, page } = found.value;
  return ok<Read>({ read, url: webAddress.safeParse(page.url).success ? page.url : asked });
}

/**
 * What an import request amounts to: the given fields, and for the rest what the text says of itself. With format
 * `url` the text is fetched, for as long as `signal` does not say that nobody waits for it any more.
 */
export async function readImport(request: ImportRequest, signal: AbortSignal): Promise<Result<ReadImport>> {
  const { format, content, url, rights, scale, ...given } = request;
  return map(await readFrom(request, given, signal), ({ read, url: address }) => ({
    read,
    article: {
      title: read.title,
      publication: read.publication,
      byline: read.byline,
      contact: read.contact,
      publishedOn: read.publishedOn,
      url: address,
      language: read.language,
      rights: rights ?? 'excerpt',
      scale: scale ?? 'plain',
      text: read.text,
      doc: read.doc,
      setAside: read.setAside.map((line) => line.text),
    },
  }));
}
