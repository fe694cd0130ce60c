import type { ReactNode } from 'react';
import { claimsOf, type EditionClaim, type Payload } from '@/domain/edition';
import { plainProse } from '@/formats/prose/plain';
import { EmbedFrame } from './embed-frame';
import { type OtherEdition, verdictChangedIn } from './notices';
import { ours } from './public-page';
import { Bar } from './summary';
import { Verdict } from './verdict';
import { addressOf, checkedInWords, countsOf, dayOf, directionOf, listed, verdictIn } from './words';

type EmbedProps = {
  payload: Payload;
  /** the editions published after this one, oldest first */
  later: OtherEdition[];
  css: string;
  origin: string;
};

type FrameProps = Pick<EmbedProps, 'payload' | 'css' | 'later' | 'origin'> & {
  title: string;
  to: string;
  children: ReactNode;
};

/** An edition, or one claim of it, in a frame: one link, which leads out of the frame. */
const Frame = ({ payload, css, later, origin, title, to, children }: FrameProps) => {
  const { article, desk, scale } = payload.frame;
  return (
    <EmbedFrame
      language={article.language}
      direction={directionOf(article.language)}
      title={title}
      css={css}
      canonical={`${origin}${to}`}
      scale={scale}
    >
      {children}
      <p className="quiet" {...ours(article.language)}>
        {verdictChangedIn(later) && <strong>A verdict has changed since. </strong>}
        <a href={`${origin}${to}`} target="_blank" rel="noopener">
          Evidence and method at <bdi>{desk.name}</bdi>
        </a>
      </p>
    </EmbedFrame>
  );
};

/** The conclusion without its links, since a frame has one, which leads out of it. */
const Concluded = ({ text }: { text: string }) =>
  plainProse(text)
    .split('\n\n')
    .map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never again
      <p key={index} dir="auto">
        {paragraph}
      </p>
    ));

/** A whole edition in a frame: what was found, counted, and each claim in one line. */
export function EditionEmbed(props: EmbedProps) {
  const { payload } = props;
  const { article, scale, edition, conclusion } = payload.frame;
  const claims = claimsOf(payload);
  const counts = countsOf(
    scale,
    claims.map(({ content }) => content.verdict?.key ?? ''),
  );
  const to = addressOf(article.slug, props.later.length > 0 ? edition.number : null);
  return (
    <Frame {...props} title={`Fact check: ${article.title}`} to={to}>
      <h1 dir="auto">{article.title}</h1>
      {conclusion && <Concluded text={conclusion.text} />}
      <p className="quiet" {...ours(article.language)}>
        {checkedInWords(claims.length, counts)} <time dateTime={edition.publishedAt}>{dayOf(edition.publishedAt)}</time>
      </p>
      <Bar counts={counts} />
      <ol className="lines">
        {claims.map((claim) => (
          <li key={claim.k} className="line">
            <Verdict value={verdictIn(scale, claim.content)} />{' '}
            <span className="statement" dir="auto">
              {claim.content.statement}
            </span>
          </li>
        ))}
      </ol>
    </Frame>
  );
}

/** One claim in a frame: its statement, who made it, and what was found. */
export function ClaimEmbed({ claim, ...props }: EmbedProps & { claim: EditionClaim }) {
  const { article, edition, scale } = props.payload.frame;
  const value = verdictIn(scale, claim.content);
  const to = addressOf(article.slug, props.later.length > 0 ? edition.number : null, claim.k);
  return (
    <Frame {...props} title={`${value.label}: ${claim.content.statement}`} to={to}>
      <h1 dir="auto">{claim.content.statement}</h1>
      {claim.content.claimant && (
        <p className="quiet">
          <bdi>{claim.content.claimant.name}</bdi>
        </p>
      )}
      <p className="finding" data-tone={value.colour}>
        <Verdict value={value} /> <bdi className="quiet">{value.definition}</bdi>
      </p>
      <p className="quiet" {...ours(article.language)}>
        Checked by <bdi>{listed(claim.checkedBy)}</bdi>,{' '}
        <time dateTime={edition.publishedAt}>{dayOf(edition.publishedAt)}</time>
      </p>
    </Frame>
  );
}
