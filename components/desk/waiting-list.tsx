import Link from 'next/link';
import type { Names } from '@/domain/names';
import type { Waiting, WaitingItem } from '@/domain/waiting';
import { Badge } from '../ui/badge';
import { DueTime } from '../ui/due-time';
import { RelativeTime } from '../ui/relative-time';
import { StateMark } from '../ui/state-mark';
import { WaitingTold } from './waiting-told';
import { placeOfWaiting, reasonInWords } from './waiting-words';

/** As many as are shown before the rest is folded away, so that the articles stay in sight. */
const FIRST = 6;

const mark = ({ state, reasons: [first] }: WaitingItem) => {
  if (first.kind === 'second-verdict') return <Badge>Second verdict</Badge>;
  if (state) return <StateMark state={state} />;
  if (first.kind === 'edition-failed') return <Badge mood="danger">Not published</Badge>;
  return first.kind === 'changed-at-address' ? <Badge mood="warn">Changed</Badge> : <Badge>Article</Badge>;
};

const Row = ({ item, names }: { item: WaitingItem; names: Names }) => (
  <li className="grid gap-x-10 gap-y-1 border-b py-3.5 sm:grid-cols-[minmax(0,1fr)_17rem]">
    <Link
      href={placeOfWaiting(item)}
      className="line-clamp-3 font-serif text-md leading-tight font-semibold text-ink no-underline wrap-anywhere hover:underline"
      dir="auto"
    >
      {item.reasons[0].kind.startsWith('conclusion-') && 'Conclusion: '}
      {item.label || 'A claim without a statement'}
    </Link>
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {mark(item)}
      {item.dueAt && <DueTime at={item.dueAt} className="whitespace-nowrap" />}
      <RelativeTime at={item.reasons[0].at} className="whitespace-nowrap text-ink-faint" />
    </p>
    <p className="line-clamp-3 text-sm text-ink-soft wrap-anywhere" dir="auto">
      {item.reasons.map((reason) => reasonInWords(reason, names)).join(' · ')}
    </p>
    <p className="truncate text-sm text-ink-faint" dir="auto">
      {item.claimId !== null && item.articleTitle}
    </p>
  </li>
);

/** What waits for the person who is looking, each with its reasons. */
export function WaitingList({ waiting: { items, total, more }, names }: { waiting: Waiting; names: Names }) {
  const rows = items.map((item) => <Row key={item.id} item={item} names={names} />);
  const folded = total - FIRST;
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-3">
      <WaitingTold total={total} />
      <h2 id="waiting" className="flex items-baseline gap-2 font-serif text-xl leading-tight font-semibold">
        Waiting for me{' '}
        {total > 0 && (
          <span className="font-sans text-base font-normal text-ink-faint">
            {total}
            {more && '+'}
          </span>
        )}
      </h2>
      {rows.length === 0 ? (
        <p className="border-t pt-3 text-ink-soft">
          Nothing waits for you. Returned, submitted and assigned claims appear here, those whose article changed, and
          texts that changed at their address.
        </p>
      ) : (
        <ul className="flex flex-col border-t">{rows.slice(0, FIRST)}</ul>
      )}
      {folded > 0 && (
        <details>
          <summary className="w-fit rounded-md py-1 font-semibold text-accent">
            {folded}
            {more && '+'} more
          </summary>
          <ul className="mt-3 flex flex-col border-t">{rows.slice(FIRST)}</ul>
          {total > rows.length && (
            <p className="pt-3 text-ink-soft">The other {total - rows.length} come up here as these are done.</p>
          )}
        </details>
      )}
    </section>
  );
}
