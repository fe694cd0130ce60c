import type { ReactNode } from 'react';
import type { Content } from '@/domain/content';
import type { EditionClaim, Frame } from '@/domain/edition';
import { EvidenceList, WebLink } from './evidence';
import { ours } from './public-page';
import { Rationale } from './rationale';
import { Replies } from './replies';
import { dayOf, listed } from './words';

/** What a claim that stands nowhere in the text is about. */
export function Subject({ about, frame }: Pick<Content, 'about'> & { frame: Frame }) {
  const words = ours(frame.article.language);
  if (about === null) return null;
  if (typeof about === 'string')
    return (
      <p className="quiet" {...words}>
        {about === 'headline' ? 'About the headline' : 'About the article as a whole'}
      </p>
    );
  return (
    <p className="quiet" {...words}>
      About the image: <WebLink href={about.image}>{about.image}</WebLink>
    </p>
  );
}

/** Who said it, when and where. */
function Claimant({ content, frame }: { content: Content; frame: Frame }) {
  const { claimant, saidOn, saidAt } = content;
  if (!claimant && !saidOn && !saidAt) return null;
  return (
    <p className="quiet claimant" {...ours(frame.article.language)}>
      {claimant && (
        <>
          Claimed by <WebLink href={claimant.sameAs}>{claimant.name}</WebLink>
          {claimant.role && (
            <>
              , <bdi>{claimant.role}</bdi>
            </>
          )}
        </>
      )}
      {saidOn && `${claimant ? ', ' : 'Said on '}${dayOf(saidOn)}`}
      {saidAt && (
        <>
          {claimant || saidOn ? ', ' : ''}
          <WebLink href={saidAt}>where it was said</WebLink>
        </>
      )}
    </p>
  );
}

/** Who stands for it, and why, where one person had to. In brief, only what the head of the page does not say already. */
function Signed({ claim, frame, brief }: { claim: EditionClaim; frame: Frame; brief: boolean }) {
  const named = !brief || frame.checkedBy.length > 1;
  return (
    <>
      {named && (
        <>
          Checked by <bdi>{listed(claim.checkedBy)}</bdi>.{' '}
        </>
      )}
      {claim.verifiedBy && 'Verified independently by two reviewers. '}
      {claim.adjudicated && 'Two independent reviewers differed; the record says how it was settled. '}
      Approved by <bdi>{claim.approvedBy}</bdi> on <time dateTime={claim.approvedAt}>{dayOf(claim.approvedAt)}</time>.
      {claim.override && (
        <>
          {' '}
          Approved without a second person: <bdi>{claim.override.reason}</bdi> (The record says whether one confirmed it
          since.)
        </>
      )}
    </>
  );
}

/** The article's own claim, said in the article: what a reader takes for granted of every claim. */
const isArticles = ({ claimant, saidOn, saidAt }: Content, { article }: Frame): boolean =>
  claimant?.type === 'publication' && claimant.name === article.publication && !saidOn && !saidAt;

type ClaimBodyProps = {
  claim: EditionClaim;
  frame: Frame;
  /** without what goes without saying beside the article */
  brief?: boolean;
  /** ends the last line */
  children?: ReactNode;
};

/** What was found on a claim: who said it, the rationale, the evidence, who stands for it. */
export function ClaimBody({ claim, frame, brief = false, children }: ClaimBodyProps) {
  const { k, content } = claim;
  const idOf = (number: number) => `claim-${k}-evidence-${number}`;
  const numbers = new Set(content.evidence.map(({ number }) => number));
  return (
    <>
      {!(brief && isArticles(content, frame)) && <Claimant content={content} frame={frame} />}
      <Rationale text={content.rationale} cites={(number) => (numbers.has(number) ? `#${idOf(number)}` : null)} />
      {content.evidence.length > 0 && (
        <EvidenceList evidence={content.evidence} idOf={idOf} language={frame.article.language} />
      )}
      {content.replies && <Replies replies={content.replies} language={frame.article.language} />}
      <p className="quiet signed" {...ours(frame.article.language)}>
        <Signed claim={claim} frame={frame} brief={brief} />
        {children}
      </p>
    </>
  );
}
