import { memo } from 'react';
import type { RevisionPreview } from '@/domain/contract/revisions';
import type { Finding, ReportedClaim } from '@/domain/revision';
import { aboutWords } from '../claims/wording';
import { DiffText } from '../ui/diff-text';
import { Notice } from '../ui/notice';
import { counted, countsInWords } from './wording';
import { WordingMark, WordingsCompared } from './wordings';

/** Claims shown in full before the others are folded away. */
const FIRST = 8;

const turnedIn = ({ anchor, alsoAt }: ReportedClaim): Finding[] =>
  [anchor, ...alsoAt].filter(
    (finding) => finding !== null && (finding.state === 'changed' || finding.state === 'lost'),
  ) as Finding[];

function Turned({ claim, number, language }: { claim: ReportedClaim; number: number; language: string }) {
  return (
    <li className="flex flex-col gap-2 border-b py-3 [contain-intrinsic-size:auto_9rem] [content-visibility:auto]">
      <p className="font-serif text-base leading-tight font-semibold wrap-anywhere" dir="auto">
        {claim.statement.trim() || 'A claim without a statement'}
      </p>
      {claim.about && <p className="text-sm text-ink-faint">About {aboutWords(claim.about)}</p>}
      {turnedIn(claim).map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place of the claim has nothing else to be known by
        <div key={index} className="flex flex-col gap-1.5">
          <WordingMark {...finding} />
          <WordingsCompared
            wording={finding}
            names={{ was: `In revision ${finding.from.revision}`, now: `In revision ${number}` }}
            language={language}
          />
        </div>
      ))}
    </li>
  );
}

type Props = { found: RevisionPreview; language: string };

/** What a revision would do to the claims, before it is added; drawn once for each look, whatever is typed beside it. */
export const ReportPreview = memo(function ReportPreview({ found, language }: Props) {
  const { headline, counts, claims, repairs, revision } = found;
  const turned = claims.filter((claim) => turnedIn(claim).length > 0);
  const rows = turned.map((claim) => (
    <Turned key={claim.claimId} claim={claim} number={revision.number} language={language} />
  ));
  return (
    <div className="flex flex-col gap-3">
      <p className="text-md">{countsInWords(counts)}</p>
      {repairs.length > 0 && (
        <Notice title="Mended while reading">
          <ul>
            {repairs.map((repair) => (
              <li key={repair}>{repair}</li>
            ))}
          </ul>
        </Notice>
      )}
      {headline && (
        <div>
          <p className="text-sm text-ink-faint">The headline changes</p>
          <p className="font-serif text-base leading-tight wrap-anywhere" dir="auto">
            <DiffText before={headline.was} after={headline.now} />
          </p>
        </div>
      )}
      {rows.length > 0 && <ul className="border-t">{rows.slice(0, FIRST)}</ul>}
      {rows.length > FIRST && (
        <details>
          <summary className="min-h-7 w-fit font-semibold text-accent">
            {counted(rows.length - FIRST, 'more claim')}
          </summary>
          <ul className="border-t">{rows.slice(FIRST)}</ul>
        </details>
      )}
    </div>
  );
});
