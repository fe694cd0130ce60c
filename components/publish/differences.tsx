import { differenceInWords } from '@/components/reader/words';
import { DiffText } from '@/components/ui/diff-text';
import type { Change, Difference } from '@/domain/edition';

const Changes = ({ changes }: { changes: Change[] }) => (
  <dl className="flex flex-col gap-2">
    {changes.map(({ what, before, after }) => (
      <div key={what}>
        <dt className="text-sm text-ink-soft first-letter:uppercase">{what}</dt>
        <dd className="font-serif whitespace-pre-line wrap-anywhere">
          <DiffText before={before} after={after} />
        </dd>
      </div>
    ))}
  </dl>
);

/** What this edition would say otherwise than the last: in words, and word by word. */
export const Differences = ({ differences }: { differences: Difference[] }) => (
  <ul className="divide-y border-y">
    {differences.map((difference) => (
      <li key={`${difference.kind} ${difference.k}`} className="flex flex-col gap-1.5 py-2.5">
        <p className="font-semibold">{differenceInWords(difference)}</p>
        {difference.statement && (
          <p className="font-serif wrap-anywhere" dir="auto">
            {difference.statement}
          </p>
        )}
        {difference.changes.length > 0 && <Changes changes={difference.changes} />}
      </li>
    ))}
  </ul>
);
