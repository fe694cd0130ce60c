import Link from 'next/link';
import type { Returned } from '@/domain/figures';
import { longDay } from './words';

/** The most that is listed on the page; the table has the others. */
const SHOWN = 8;

/** The latest returns, each with its reason and a way to the claim. */
export const ReturnsList = ({ returns, names }: { returns: Returned[]; names: Record<string, string> }) => (
  <ul className="divide-y border-y">
    {returns.slice(0, SHOWN).map(({ claimId, articleId, statement, note, by, at }) => (
      <li key={`${claimId} ${at}`} className="flex flex-col gap-0.5 py-2">
        <Link href={`/articles/${articleId}#claim-${claimId}`} className="wrap-anywhere" dir="auto">
          {statement}
        </Link>
        <p className="text-sm text-ink-soft wrap-anywhere">
          <span dir="auto">{note}</span>{' '}
          <span className="text-ink-faint">
            {names[by]}, {longDay(at)}
          </span>
        </p>
      </li>
    ))}
  </ul>
);
