import Link from 'next/link';
import { StateMark } from '@/components/ui/state-mark';
import { VerdictMark } from '@/components/ui/verdict-mark';
import type { NextEdition } from '@/domain/contract/editions';
import { claimsOf } from '@/domain/edition';
import { verdictOf } from '@/domain/scale';
import { claimAddress } from './checks';

const line = 'grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-0.5 py-1.5 sm:grid-cols-[8.5rem_1fr]';
const statementLook = 'min-w-0 text-ink no-underline wrap-anywhere hover:underline max-sm:col-span-2';

/** The claims that go out, with their numbers and verdicts, each leading to itself in the workspace. */
export function GoesOut({ next, articleId }: { next: NextEdition; articleId: string }) {
  const ids = new Map(next.goesOut.map(({ k, claimId }) => [k, claimId]));
  const last = new Set(next.goesOut.filter(({ asLastApproved }) => asLastApproved).map(({ k }) => k));
  return (
    <ol className="divide-y border-y">
      {claimsOf(next.payload).map(({ k, content }) => (
        <li key={k} className={line}>
          <span className="flex items-center gap-2">
            <span className="w-6 text-end text-sm text-ink-soft tabular-nums">{k}</span>
            <VerdictMark verdict={verdictOf(next.payload.frame.scale, content.verdict?.key ?? null)} />
          </span>
          <span className={statementLook}>
            <Link href={claimAddress(articleId, ids.get(k) ?? '')} className="text-ink no-underline hover:underline">
              <span dir="auto">{content.statement}</span>
            </Link>
            {last.has(k) && <span className="text-sm text-ink-soft"> (as last approved)</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Claims that wait for a later edition: drafts, first submissions, returned ones. */
export const LeftOut = ({ claims, articleId }: { claims: NextEdition['leftOut']; articleId: string }) => (
  <ul className="divide-y border-y">
    {claims.map(({ claimId, state, statement }) => (
      <li key={claimId} className={line}>
        <StateMark state={state} />
        <Link href={claimAddress(articleId, claimId)} className={statementLook}>
          <span dir="auto">{statement || 'A claim without a statement'}</span>
        </Link>
      </li>
    ))}
  </ul>
);
