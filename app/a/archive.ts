import { descriptionOf } from '@/components/reader/edition-page';
import { pagesOf } from '@/components/reader/edition-site';
import type { OtherEdition } from '@/components/reader/notices';
import type { Payload } from '@/domain/edition';
import { claimTells, editionTells } from '@/formats/export/page-tells';
import { siteOf } from '@/formats/export/site';
import { zipOf } from '@/formats/export/zip';
import { stylesheet } from './answer';

type Archived = { payload: Payload; digest: string; later: OtherEdition[]; origin: string };

/** An edition as a zip of the folder that opens from disk. */
export async function editionArchive({ payload, digest, later, origin }: Archived): Promise<Uint8Array> {
  const { article, edition } = payload.frame;
  const pages = await pagesOf(
    { payload, digest, later, css: stylesheet() },
    {
      edition: editionTells(payload, origin, descriptionOf(payload)),
      ofClaim: (claim) => claimTells(payload, claim, origin),
    },
  );
  return zipOf(`${article.slug}-${edition.number}`, await siteOf({ payload, digest, origin, pages }));
}
