import Link from 'next/link';
import type { Reported } from './use-report';
import { WordingMark } from './wordings';

/** The claims whose words a revision left as they were, folded away. */
export function StandingClaims({ stand, articleId }: { stand: readonly Reported[]; articleId: string }) {
  if (stand.length === 0) return null;
  return (
    <details className="border-t pt-2">
      <summary className="min-h-7 font-semibold">
        {stand.length === 1 ? '1 claim stands' : `${stand.length} claims stand`}
      </summary>
      <ul className="divide-y">
        {stand.map(({ found, now }) => (
          <li
            key={found.claimId}
            className="grid items-baseline gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <Link
              href={`/articles/${articleId}#claim-${found.claimId}`}
              className="min-w-0 text-ink no-underline wrap-anywhere hover:underline"
              dir="auto"
            >
              {now?.entry.claim.statement || found.statement || 'A claim without a statement'}
            </Link>
            {found.anchor && <WordingMark {...found.anchor} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
