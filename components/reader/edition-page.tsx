import { claimsOf, type Payload } from '@/domain/edition';
import { ArticleBody, Placeless } from './article-body';
import { Conclusion } from './conclusion';
import { Masthead } from './masthead';
import { Method } from './method';
import { Corrected, type OtherEdition, Replaced, Since } from './notices';
import type { PageHead } from './page-head';
import { PublicPage } from './public-page';
import { Share, type Sharing } from './share';
import { Summary } from './summary';
import { WithdrawnClaims } from './withdrawn';
import { addressOf, checkedInWords, countsOf } from './words';

export type EditionPageProps = {
  payload: Payload;
  /** null for a preview, which has none yet */
  digest: string | null;
  /** the editions published after this one, oldest first */
  later: OtherEdition[];
  /** the address of the stylesheet */
  css: string;
  head?: PageHead;
  sharing?: Sharing;
};

/** An edition in one sentence: its verdicts counted. */
export const descriptionOf = (payload: Payload): string => {
  const claims = claimsOf(payload);
  const counts = countsOf(
    payload.frame.scale,
    claims.map(({ content }) => content.verdict?.key ?? ''),
  );
  return checkedInWords(claims.length, counts);
};

/** An edition as readers get it. */
export function EditionPage({ payload, digest, later, css, head, sharing }: EditionPageProps) {
  const { article, desk, scale } = payload.frame;
  return (
    <PublicPage
      title={`Fact check: ${article.title}`}
      description={descriptionOf(payload)}
      language={article.language}
      css={css}
      canonical={addressOf(article.slug)}
      hidden={digest === null}
      desk={desk.name}
      head={head}
      scale={scale}
    >
      <Replaced frame={payload.frame} later={later} />
      <Corrected frame={payload.frame} where="above" />
      <Masthead frame={payload.frame} />
      <WithdrawnClaims payload={payload} />
      <Conclusion frame={payload.frame} />
      <Summary payload={payload} />
      <Placeless payload={payload} where="above" />
      <ArticleBody payload={payload} />
      <Placeless payload={payload} where="below" />
      <Corrected frame={payload.frame} where="below" />
      <Since frame={payload.frame} later={later} />
      {sharing && <Share {...sharing} />}
      <Method frame={payload.frame} digest={digest} />
    </PublicPage>
  );
}
