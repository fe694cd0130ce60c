import type { RevisionHead } from '@/domain/article';
import { RelativeTime } from '../ui/relative-time';

/** Characters of a SHA-256 that tell revisions apart at sight; the whole stands in its title. */
const SHORT = 10;

type Props = { revision: RevisionHead; names: Readonly<Record<string, string>> };

/** When a revision was added, by whom, how and why, and the SHA-256 of its text. */
export function FactsOf({ revision, names }: Props) {
  const { number, kind, createdBy, createdAt, reason, sha256 } = revision;
  const how = number === 1 ? 'Imported' : kind === 'correction' ? 'Text corrected' : 'Added';
  return (
    <div className="flex flex-col gap-0.5 text-sm text-ink-soft">
      <p className="wrap-anywhere">
        {how} by {names[createdBy] ?? 'somebody'}, <RelativeTime at={createdAt} /> ·{' '}
        <span className="whitespace-nowrap">
          SHA-256{' '}
          <code className="font-mono text-xs" title={sha256}>
            {sha256.slice(0, SHORT)}
          </code>
        </span>
      </p>
      {reason && (
        <p className="whitespace-pre-line text-ink wrap-anywhere" dir="auto">
          {reason}
        </p>
      )}
    </div>
  );
}
