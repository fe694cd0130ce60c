import { claimsOf, type EditionClaim, type Payload } from '@/domain/edition';
import { ClaimBody, Subject } from './claim-body';
import { GoneWords } from './gone';
import { Method } from './method';
import { type OtherEdition, Replaced, Since } from './notices';
import type { PageHead } from './page-head';
import { ParagraphText } from './paragraph-text';
import { passagesOf } from './passages';
import { ours, PublicPage } from './public-page';
import { Share, type Sharing } from './share';
import { Verdict } from './verdict';
import { addressOf, dayOf, directionOf, verdictIn } from './words';

type ClaimPageProps = {
  payload: Payload;
  claim: EditionClaim;
  digest: string;
  later: OtherEdition[];
  css: string;
  head?: PageHead;
  sharing?: Sharing;
};

/** The claim's words where they stand: in their paragraph or, under excerpt rights, in their sentence. */
function Context({ payload, claim }: Pick<ClaimPageProps, 'payload' | 'claim'>) {
  const { article } = payload.frame;
  const only: Payload = {
    ...payload,
    claims: payload.claims.filter((entry) => 'claim' in entry && entry.claim === claim),
  };
  const touched = passagesOf(only)
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ runs }) => runs.some(({ ks }) => ks.length > 0));
  const marking = { frame: payload.frame, claims: new Map([[claim.k, claim]]), noteOf: () => '#finding' };
  if (touched.length === 0) return <Subject about={claim.content.about} frame={payload.frame} />;
  return (
    <blockquote
      className="context"
      lang={article.language}
      dir={directionOf(article.language)}
      cite={article.url ?? undefined}
    >
      {touched.map((paragraph) => (
        <ParagraphText key={paragraph.start} paragraph={paragraph} marking={marking} />
      ))}
    </blockquote>
  );
}

/** The claims before and after, and the whole edition. */
function Ways({ payload, claim, base }: Pick<ClaimPageProps, 'payload' | 'claim'> & { base: number | null }) {
  const claims = claimsOf(payload);
  const at = claims.indexOf(claim);
  const { slug, title } = payload.frame.article;
  const way = (to: EditionClaim | undefined, words: string) =>
    to && (
      <a href={addressOf(slug, base, to.k)}>
        {words} claim {to.k}
      </a>
    );
  return (
    <nav className="ways" aria-label="Claims of this article" {...ours(payload.frame.article.language)}>
      {way(claims[at - 1], 'Previous:')}
      {way(claims[at + 1], 'Next:')}
      <a href={`${addressOf(slug, base)}#claim-${claim.k}`}>
        In the article: <bdi>{title}</bdi>
      </a>
    </nav>
  );
}

/** One claim at its own address, with enough of the article around it to be fair. */
export function ClaimPage({ payload, claim, digest, later, css, head, sharing }: ClaimPageProps) {
  const { article, desk, edition, scale } = payload.frame;
  const value = verdictIn(scale, claim.content);
  const base = later.length > 0 ? edition.number : null;
  return (
    <PublicPage
      title={`${value.label}: ${claim.content.statement}`}
      description={`Fact check of “${article.title}”. Verdict: ${value.label}.`}
      language={article.language}
      css={css}
      canonical={addressOf(article.slug, null, claim.k)}
      desk={desk.name}
      head={head}
      scale={scale}
    >
      <Replaced frame={payload.frame} later={later} />
      <article className="claim-page" data-tone={value.colour}>
        <p className="kicker" {...ours(article.language)}>
          Claim {claim.k} of a fact check of{' '}
          <a href={addressOf(article.slug, base)}>
            <bdi>{article.title}</bdi>
          </a>
          {article.publication && (
            <>
              , <bdi>{article.publication}</bdi>
            </>
          )}
          {article.publishedOn && `, ${dayOf(article.publishedOn)}`}
        </p>
        <h1 dir="auto">{claim.content.statement}</h1>
        <p className="finding" id="finding">
          <Verdict value={value} /> <bdi className="quiet">{value.definition}</bdi>
        </p>
        <Context payload={payload} claim={claim} />
        <GoneWords claim={claim} frame={payload.frame} />
        <ClaimBody claim={claim} frame={payload.frame} />
        <Ways payload={payload} claim={claim} base={base} />
      </article>
      <Since frame={payload.frame} later={later} />
      {sharing && <Share {...sharing} />}
      <Method frame={payload.frame} digest={digest} />
    </PublicPage>
  );
}
