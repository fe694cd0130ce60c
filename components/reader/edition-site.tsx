import { claimsOf, type EditionClaim } from '@/domain/edition';
import { ClaimPage } from './claim-page';
import { EditionPage, type EditionPageProps } from './edition-page';
import { htmlOf } from './html';
import type { PageHead } from './page-head';
import type { Sharing } from './share';
import { addressOf } from './words';

type Tells = { head: PageHead; sharing: Sharing };
type Edition = Pick<EditionPageProps, 'payload' | 'later' | 'css'> & { digest: string };

/** The page of an edition and those of its claims as HTML, each with the numbered address under which it is served. */
export async function pagesOf(
  edition: Edition,
  tells: { edition: Tells; ofClaim: (claim: EditionClaim) => Tells },
): Promise<{ address: string; html: string }[]> {
  const { article, edition: about } = edition.payload.frame;
  const here = addressOf(article.slug, about.number);
  const pages = [{ address: here, html: await htmlOf(<EditionPage {...edition} {...tells.edition} />) }];
  for (const claim of claimsOf(edition.payload)) {
    const html = await htmlOf(<ClaimPage {...edition} claim={claim} {...tells.ofClaim(claim)} />);
    pages.push({ address: `${here}/claims/${claim.k}`, html });
    // hundreds of pages must not keep other requests waiting
    await new Promise((resolve) => setImmediate(resolve));
  }
  return pages;
}
