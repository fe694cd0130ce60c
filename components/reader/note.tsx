import type { EditionClaim, Frame } from '@/domain/edition';
import { ClaimBody, Subject } from './claim-body';
import { GoneWords } from './gone';
import { Verdict } from './verdict';
import { addressOf, placeInScale, verdictIn } from './words';

type Props = {
  claim: EditionClaim;
  frame: Frame;
  /** the numbers of the claims before and after it */
  previous?: number;
  next?: number;
};

const Way = ({ to, words, children }: { to: number; words: string; children: string }) => (
  <a href={`#claim-${to}`} aria-label={`${words}: claim ${to}`}>
    {children}
  </a>
);

/** Its number, which leads back to its words, its verdict, and the claims before and after it. */
const Head = ({ claim: { k, place, content }, frame, previous, next }: Props) => (
  <div className="note-head">
    <h3>
      <span className="vh">Claim </span>
      {place ? (
        <a className="k" href={`#ref-${k}`} title="Back to the words">
          {k}
        </a>
      ) : (
        <span className="k">{k}</span>
      )}
      <span className="vh">: </span>
      <Verdict value={verdictIn(frame.scale, content)} />
    </h3>
    <span className="ways">
      {previous !== undefined && (
        <Way to={previous} words="Previous">
          ←
        </Way>
      )}
      {next !== undefined && (
        <Way to={next} words="Next">
          →
        </Way>
      )}
    </span>
  </div>
);

/** What was found on one claim, beside the words it is about. */
export function Note(props: Props) {
  const { claim, frame } = props;
  const { k, content } = claim;
  const value = verdictIn(frame.scale, content);
  return (
    <div
      className="note"
      id={`claim-${k}`}
      data-tone={value.colour}
      data-verdict={placeInScale(frame.scale, value.key)}
    >
      <Head {...props} />
      <p className="statement" dir="auto">
        {content.statement}
      </p>
      {content.about !== null && typeof content.about === 'object' && <Subject about={content.about} frame={frame} />}
      <GoneWords claim={claim} frame={frame} />
      <ClaimBody claim={claim} frame={frame} brief>
        {' '}
        <a href={addressOf(frame.article.slug, null, k)}>{`Page of claim ${k}`}</a>
      </ClaimBody>
    </div>
  );
}
