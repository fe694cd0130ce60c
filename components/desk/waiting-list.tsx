import Link from 'next/link';
import type { ClaimState } from '@/domain/workflow';
import { RelativeTime } from '../ui/relative-time';
import { StateMark } from '../ui/state-mark';

export type WaitingItem = {
  reason: 'returned' | 'submitted' | 'lapsed' | 'assigned';
  articleTitle: string;
  claim: {
    id: string;
    articleId: string;
    statement: string;
    state: ClaimState;
    submittedAt: string | null;
    submittedBy: string | null;
    updatedAt: string;
    decision: { note: string | null; by: string; at: string } | null;
  };
};

type Names = Readonly<Record<string, string>>;

const somebody = (names: Names, id: string | null | undefined): string => (id && names[id]) || 'somebody';

/** Why a claim waits, in words. */
function because({ reason, claim }: WaitingItem, names: Names): string {
  if (reason === 'submitted') return `Submitted by ${somebody(names, claim.submittedBy)}`;
  if (reason === 'lapsed') return 'Changed since it was approved; submit it again';
  if (reason === 'assigned') return 'Assigned to you';
  const note = claim.decision?.note;
  return `Returned by ${somebody(names, claim.decision?.by)}${note ? ` because: ${note}` : ''}`;
}

const when = ({ reason, claim }: WaitingItem): string =>
  (reason === 'submitted' ? claim.submittedAt : reason === 'returned' ? claim.decision?.at : null) ?? claim.updatedAt;

const hrefOf = ({ reason, claim }: WaitingItem): string =>
  reason === 'submitted'
    ? `/articles/${claim.articleId}/queue#claim-${claim.id}`
    : `/articles/${claim.articleId}#claim-${claim.id}`;

/** What waits for the person who is looking, each with its reason. */
export const WaitingList = ({ waiting, names }: { waiting: WaitingItem[]; names: Names }) => (
  <section aria-labelledby="waiting" className="flex flex-col gap-3">
    <h2 id="waiting" className="flex items-baseline gap-2 font-serif text-xl leading-tight font-semibold">
      Waiting for me
      {waiting.length > 0 && <span className="font-sans text-base font-normal text-ink-faint">{waiting.length}</span>}
    </h2>
    {waiting.length === 0 ? (
      <p className="border-t pt-3 text-ink-soft">
        Nothing waits for you. Returned, submitted and assigned claims appear here.
      </p>
    ) : (
      <ul className="flex flex-col border-t">
        {waiting.map((item) => (
          <li key={item.claim.id} className="border-b">
            <Link
              href={hrefOf(item)}
              className="grid gap-x-6 gap-y-1 px-1 py-3 text-ink no-underline hover:bg-sunken sm:grid-cols-[1fr_auto]"
            >
              <span className="line-clamp-2 font-serif text-md leading-tight font-semibold wrap-anywhere" dir="auto">
                {item.claim.statement || 'A claim without a statement'}
              </span>
              <span className="flex items-center gap-3 text-sm sm:justify-end">
                <StateMark state={item.claim.state} />
                <RelativeTime at={when(item)} className="whitespace-nowrap text-ink-faint" />
              </span>
              <span className="line-clamp-2 text-sm text-ink-soft wrap-anywhere">{because(item, names)}</span>
              <span className="truncate text-sm text-ink-faint sm:max-w-72 sm:text-right" dir="auto">
                {item.articleTitle}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
);
