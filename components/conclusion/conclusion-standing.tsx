import type { Conclusion } from '@/domain/conclusion';
import { DifferenceList } from '../ui/difference-list';
import { Notice } from '../ui/notice';
import { RelativeTime } from '../ui/relative-time';

type Names = Readonly<Record<string, string>>;

/** What became of the conclusion: the note of a return, who approved it, and what changed since the approval. */
export function ConclusionStanding({ standing, names }: { standing: Conclusion; names: Names }) {
  const { state, decision, approved, text } = standing;
  const by = decision ? (names[decision.decidedBy] ?? 'Somebody') : '';
  const changed = approved !== null && approved.text !== text;
  return (
    <>
      {state === 'returned' && decision && (
        <Notice kind="warn" title={`${by} returned it`}>
          <p className="whitespace-pre-line wrap-anywhere" dir="auto">
            {decision.note}
          </p>
        </Notice>
      )}
      {state === 'approved' && decision?.outcome === 'approve' && (
        <p className="text-sm text-ink-faint">
          Approved by {by}, <RelativeTime at={decision.decidedAt} />
          {decision.override && (
            <>
              , overriding the two-person rule: <span dir="auto">{decision.override.reason}</span>
            </>
          )}
        </p>
      )}
      {changed && (
        <section aria-label="Changed since the approval" className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">Changed since it was approved</h3>
          <DifferenceList parts={[{ name: 'Conclusion', before: approved.text, after: text }]} />
        </section>
      )}
    </>
  );
}
