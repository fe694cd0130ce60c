import Link from 'next/link';
import type { Unsettled } from '@/domain/settling';
import type { ClaimState } from '@/domain/workflow';
import { RelativeTime } from '../ui/relative-time';
import { StateMark } from '../ui/state-mark';

export type WaitingItem = {
  reason: 'changed' | 'lost' | 'returned' | 'submitted' | 'lapsed' | 'assigned';
  articleTitle: string;
  claim: {
    id: string;
    articleId: string;
    statement: string;
    state: ClaimState;
    submittedAt: string | null;
    submittedBy: string | null;
    updatedAt: string;
    unsettled: Unsettled | null;
    decision: { note: string | null; by: string; at: string } | null;
  };
};

type Names = Readonly<Record<string, string>>;

/** As many as are shown before the rest is folded away, so that the articles stay in sight. */
const FIRST = 6;
/** And as many as are unfolded; whoever has more than that waiting begins at the top. */
const MOST = 100;

const somebody = (names: Names, id: string | null | undefined): string => (id && names[id]) || 'somebody';

/** Why a claim waits, in words. */
function because({ reason, claim }: WaitingItem, names: Names): string {
  if (reason === 'changed') return `Its words changed in revision ${claim.unsettled?.revision}; say what becomes of it`;
  if (reason === 'lost')
    return `Its words are gone since revision ${claim.unsettled?.revision}; say what becomes of it`;
  if (reason === 'submitted') return `Submitted by ${somebody(names, claim.submittedBy)}`;
  if (reason === 'lapsed') return 'Changed since it was approved; submit it again';
  if (reason === 'assigned') return 'Assigned to you';
  const note = claim.decision?.note;
  return `${somebody(names, claim.decision?.by)} returned it${note ? `: ${note}` : ''}`;
}

const when = ({ reason, claim }: WaitingItem): string =>
  (reason === 'submitted' ? claim.submittedAt : reason === 'returned' ? claim.decision?.at : null) ?? claim.updatedAt;

const hrefOf = ({ reason, claim }: WaitingItem): string =>
  reason === 'submitted'
    ? `/articles/${claim.articleId}/queue#claim-${claim.id}`
    : `/articles/${claim.articleId}#claim-${claim.id}`;

const Row = ({ item, names }: { item: WaitingItem; names: Names }) => (
  <li className="grid gap-x-10 gap-y-1 border-b py-3.5 sm:grid-cols-[minmax(0,1fr)_17rem]">
    <Link
      href={hrefOf(item)}
      className="line-clamp-3 font-serif text-md leading-tight font-semibold text-ink no-underline wrap-anywhere hover:underline"
      dir="auto"
    >
      {item.claim.statement || 'A claim without a statement'}
    </Link>
    <p className="flex items-center gap-3 text-sm">
      <StateMark state={item.claim.state} />
      <RelativeTime at={when(item)} className="whitespace-nowrap text-ink-faint" />
    </p>
    <p className="line-clamp-3 text-sm text-ink-soft wrap-anywhere" dir="auto">
      {because(item, names)}
    </p>
    <p className="truncate text-sm text-ink-faint" dir="auto">
      {item.articleTitle}
    </p>
  </li>
);

/** What waits for the person who is looking, each with its reason. */
export function WaitingList({ waiting, names }: { waiting: WaitingItem[]; names: Names }) {
  const rows = waiting.slice(0, MOST).map((item) => <Row key={item.claim.id} item={item} names={names} />);
  const folded = waiting.length - FIRST;
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-3">
      <h2 id="waiting" className="flex items-baseline gap-2 font-serif text-xl leading-tight font-semibold">
        Waiting for me{' '}
        {waiting.length > 0 && <span className="font-sans text-base font-normal text-ink-faint">{waiting.length}</span>}
      </h2>
      {rows.length === 0 ? (
        <p className="border-t pt-3 text-ink-soft">
          Nothing waits for you. Returned, submitted and assigned claims appear here, and those whose article changed.
        </p>
      ) : (
        <ul className="flex flex-col border-t">{rows.slice(0, FIRST)}</ul>
      )}
      {folded > 0 && (
        <details>
          <summary className="w-fit rounded-md py-1 font-semibold text-accent">{folded} more</summary>
          <ul className="mt-3 flex flex-col border-t">{rows.slice(FIRST)}</ul>
          {waiting.length > MOST && (
            <p className="pt-3 text-ink-soft">The other {waiting.length - MOST} come up here as these are done.</p>
          )}
        </details>
      )}
    </section>
  );
}
