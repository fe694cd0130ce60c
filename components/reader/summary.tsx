import { claimsOf, type EditionClaim, type Frame, type Payload } from '@/domain/edition';
import { Choice, Chosen } from './choice';
import { ours } from './public-page';
import { Verdict } from './verdict';
import { type Count, claimsInWords, countsInWords, countsOf, placeInScale, verdictIn } from './words';

/** The share of each verdict as one thin bar. The words beside it say the same. */
export function Bar({ counts }: { counts: Count[] }) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  let from = 0;
  return (
    <svg className="bar" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {counts.map(({ value, count }) => {
        const x = from;
        from += count;
        return <rect key={value.key} data-tone={value.colour} x={x} y="0" width={count} height="1" />;
      })}
    </svg>
  );
}

const Line = ({ claim, frame }: { claim: EditionClaim; frame: Frame }) => (
  <li data-verdict={placeInScale(frame.scale, claim.content.verdict?.key ?? '')}>
    <a href={`#claim-${claim.k}`}>
      <span className="k">{claim.k}</span> <Verdict value={verdictIn(frame.scale, claim.content)} />{' '}
      <span className="statement" dir="auto">
        {claim.content.statement}
      </span>
    </a>
  </li>
);

/** What was found, at a glance: verdicts counted in words, and each claim in one line that leads to its note. */
export function Summary({ payload }: { payload: Payload }) {
  const { frame } = payload;
  const claims = claimsOf(payload);
  const counts = countsOf(
    frame.scale,
    claims.map(({ content }) => content.verdict?.key ?? ''),
  );
  return (
    <section className="summary" aria-labelledby="summary">
      <div {...ours(frame.article.language)}>
        <h2 id="summary">
          {claims.length === 0
            ? 'No claim of this edition is shown any more'
            : `${claimsInWords(claims.length)} checked`}
        </h2>
        <p className="counts">{countsInWords(counts)}</p>
      </div>
      <Bar counts={counts} />
      <Choice payload={payload} />
      <ol className="lines">
        {claims.map((claim) => (
          <Line key={claim.k} claim={claim} frame={frame} />
        ))}
      </ol>
      <Chosen payload={payload} />
    </section>
  );
}
