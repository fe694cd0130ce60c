import type { Content } from '@/domain/content';
import type { EditionClaim } from '@/domain/edition';
import { EvidenceList, WebLink } from './evidence';
import { Rationale } from './rationale';
import { dayOf, listed } from './words';

/** Who said it, when and where. */
export function Claimant({ claimant, saidOn, saidAt }: Pick<Content, 'claimant' | 'saidOn' | 'saidAt'>) {
  if (!claimant && !saidOn && !saidAt) return null;
  return (
    <p className="quiet claimant">
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

/** Who stands for it, and why, where one person had to. */
export const Signed = ({ checkedBy, approvedBy, approvedAt, override }: EditionClaim) => (
  <p className="quiet signed">
    Checked by <bdi>{listed(checkedBy)}</bdi>, approved by <bdi>{approvedBy}</bdi> on{' '}
    <time dateTime={approvedAt}>{dayOf(approvedAt)}</time>.
    {override && (
      <>
        {' '}
        Approved without a second person: <bdi>{override.reason}</bdi>
      </>
    )}
  </p>
);

/** What was found on a claim: who said it, the rationale, the evidence. */
export function ClaimBody({ claim }: { claim: EditionClaim }) {
  const { k, content } = claim;
  const idOf = (number: number) => `claim-${k}-evidence-${number}`;
  const numbers = new Set(content.evidence.map(({ number }) => number));
  return (
    <>
      <Claimant {...content} />
      <Rationale text={content.rationale} cites={(number) => (numbers.has(number) ? `#${idOf(number)}` : null)} />
      {content.evidence.length > 0 && <EvidenceList evidence={content.evidence} idOf={idOf} />}
      <Signed {...claim} />
    </>
  );
}
