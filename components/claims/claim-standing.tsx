'use client';
import { Suspense } from 'react';
import { verdictOf } from '@/domain/scale';
import { Notice } from '../ui/notice';
import { RelativeTime } from '../ui/relative-time';
import type { Numbered } from './claim-order';
import { ApprovalDifference, SuggestionView, unsettledNotice } from './parts';
import { SettledNotice } from './settled-notice';
import type { Ways } from './settling-ways';
import { useChecking } from './under-check';

type Props = { numbered: Numbered /** where the claim can be settled, and what a return suggests */; ways?: Ways };

/**
 * What became of the claim and what that means now: whether its words changed in the article, the note of a return, who
 * approved, what lapsed it.
 */
export function ClaimStanding({ numbered, ways }: Props) {
  const { names, article, workspace } = useChecking();
  const { claim, key } = numbered.entry;
  const { state, decision, approved, dropped } = claim;
  const who = (id: string) => names[id] ?? 'Somebody';
  const suggestion = decision?.suggestion && (
    <Suspense>
      <SuggestionView
        key={decision.id}
        claim={claim}
        suggestion={decision.suggestion}
        onSettle={ways && ((accept) => workspace.settleSuggestion(key, accept))}
      />
    </Suspense>
  );
  const difference = approved && state !== 'approved' && state !== 'dropped' && (
    <ApprovalDifference approved={approved} claim={claim} scale={article.scale} />
  );
  return (
    <>
      {claim.unsettled && state !== 'dropped' && (
        <Suspense>
          <unsettledNotice.Part numbered={numbered} ways={ways} />
        </Suspense>
      )}
      <SettledNotice numbered={numbered} undo={ways !== undefined} />
      {state === 'dropped' && dropped && (
        <Notice title={`${dropped.mergedInto ? 'Merged' : 'Dropped'} by ${who(dropped.by)}`}>
          {dropped.mergedInto ? (
            <p>
              A duplicate. Its evidence is with{' '}
              <a href={`#claim-${dropped.mergedInto}`}>the claim it was merged into</a>; restoring it brings that back.
            </p>
          ) : (
            <p className="wrap-anywhere">{dropped.reason}</p>
          )}
        </Notice>
      )}
      {state === 'returned' && decision && (
        <Notice kind="warn" title={`${who(decision.decidedBy)} returned it`}>
          <p className="whitespace-pre-wrap wrap-anywhere">{decision.note}</p>
          {suggestion}
        </Notice>
      )}
      {state === 'submitted' && decision?.outcome === 'return' && (
        <details className="text-sm text-ink-soft">
          <summary>
            {who(decision.decidedBy)} returned it before, <RelativeTime at={decision.decidedAt} />
          </summary>
          <p className="whitespace-pre-wrap wrap-anywhere">{decision.note}</p>
          {suggestion}
        </details>
      )}
      {state === 'approved' && decision && (
        <Notice kind="ok" title={`Approved${decision.outcome === 'approve' ? ` by ${who(decision.decidedBy)}` : ''}`}>
          {decision.override && <p className="wrap-anywhere">With an override: {decision.override.reason}</p>}
          {decision.override?.confirmed && (
            <p className="wrap-anywhere">
              Confirmed in retrospect by {decision.override.confirmed.by},{' '}
              <RelativeTime at={decision.override.confirmed.at} />
            </p>
          )}
          {decision.outcome === 'approve' && decision.note && <p className="wrap-anywhere">{decision.note}</p>}
          <p className="text-sm">A change to what was approved lets the approval lapse; undoing it brings it back.</p>
        </Notice>
      )}
      {state === 'lapsed' && (
        <Notice kind="danger" title="The approval lapsed">
          It was changed since it was approved{approvedVerdict(numbered, article.scale)}. Submit it again, or undo the
          change.
        </Notice>
      )}
      <Suspense>{difference}</Suspense>
    </>
  );
}

const approvedVerdict = ({ entry }: Numbered, scale: Parameters<typeof verdictOf>[0]): string => {
  const key = entry.claim.approved?.content.verdict?.key ?? null;
  const label = key === entry.claim.verdict ? undefined : verdictOf(scale, key)?.label;
  return label ? ` as “${label}”` : '';
};
