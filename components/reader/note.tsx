import type { Content } from '@/domain/content';
import type { EditionClaim, Frame } from '@/domain/edition';
import { ClaimBody } from './claim-body';
import { WebLink } from './evidence';
import { Verdict } from './verdict';
import { addressOf, verdictIn } from './words';

type Props = {
  claim: EditionClaim;
  frame: Frame;
  /** the numbers of the claims before and after it */
  previous?: number;
  next?: number;
};

function Ways({ claim: { k, place }, frame, previous, next }: Props) {
  return (
    <p className="ways">
      {previous !== undefined && (
        <a href={`#claim-${previous}`} aria-label={`Previous: claim ${previous}`}>
          {`← ${previous}`}
        </a>
      )}
      {next !== undefined && (
        <a href={`#claim-${next}`} aria-label={`Next: claim ${next}`}>
          {`${next} →`}
        </a>
      )}
      {place && (
        <a href={`#ref-${k}`} aria-label={`Back to the words of claim ${k}`}>
          Back to the words
        </a>
      )}
      <a href={addressOf(frame.article.slug, null, k)} aria-label={`Page of claim ${k}`}>
        This claim’s page
      </a>
    </p>
  );
}

/** The image a claim is about, by its description or address. */
const Pictured = ({ about }: Pick<Content, 'about'>) =>
  about !== null && typeof about === 'object' ? (
    <p className="quiet">
      About the image: <WebLink href={about.image}>{about.image}</WebLink>
    </p>
  ) : null;

/** What was found on one claim, beside the words it is about. */
export function Note(props: Props) {
  const { claim, frame } = props;
  const { k, content } = claim;
  const value = verdictIn(frame.scale, content);
  return (
    <div className="note" id={`claim-${k}`} data-tone={value.colour} data-verdict={value.key}>
      <h3>
        <span className="vh">Claim </span>
        <span className="k">{k}</span>
        <span className="vh">: </span>
        <Verdict value={value} />
      </h3>
      <p className="statement" dir="auto">
        {content.statement}
      </p>
      <Pictured about={content.about} />
      <ClaimBody claim={claim} />
      <Ways {...props} />
    </div>
  );
}
