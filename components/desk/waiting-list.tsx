import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Schedule } from '@/domain/schedule';
import type { Unsettled } from '@/domain/settling';
import type { ClaimState } from '@/domain/workflow';
import { Badge } from '../ui/badge';
import { RelativeTime } from '../ui/relative-time';
import { StateMark } from '../ui/state-mark';

export type WaitingClaim = {
  reason:
    | 'changed'
    | 'lost'
    | 'returned'
    | 'submitted'
    | 'lapsed'
    | 'assigned'
    | 'second-verdict'
    | 'adjudication'
    | 'second-verdict-drawn';
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
    second: { askedBy: string | null; askedAt: string } | null;
    decision: { note: string | null; by: string; at: string } | null;
  };
};

export type WaitingText = {
  reason: 'changed-at-address';
  articleId: string;
  articleTitle: string;
  found: { id: string; title: string; fetchedAt: string };
};
export type WaitingEdition = {
  reason: 'edition-failed';
  articleId: string;
  articleTitle: string;
  schedule: Schedule;
};
export type WaitingConclusion = {
  reason: 'conclusion-submitted' | 'conclusion-returned' | 'conclusion-lapsed';
  articleId: string;
  articleTitle: string;
  conclusion: {
    state: ClaimState;
    submittedBy: string | null;
    note: string | null;
    decidedBy: string | null;
    at: string;
  };
};
export type WaitingItem = WaitingClaim | WaitingText | WaitingEdition | WaitingConclusion;

type Names = Readonly<Record<string, string>>;

/** As many as are shown before the rest is folded away, so that the articles stay in sight. */
const FIRST = 6;
/** And as many as are unfolded; whoever has more than that waiting begins at the top. */
const MOST = 100;

const somebody = (names: Names, id: string | null | undefined): string => (id && names[id]) || 'somebody';

/** Why a claim waits, in words. */
function because({ reason, claim }: WaitingClaim, names: Names): string {
  if (reason === 'changed') return `Changed by revision ${claim.unsettled?.revision}: say what becomes of it`;
  if (reason === 'lost') return `Lost by revision ${claim.unsettled?.revision}: say what becomes of it`;
  if (reason === 'submitted') return `Submitted by ${somebody(names, claim.submittedBy)}`;
  if (reason === 'lapsed') return 'Changed since it was approved; submit it again';
  if (reason === 'assigned') return 'Assigned to you';
  if (reason === 'second-verdict')
    return claim.second?.askedBy
      ? `Second verdict asked by ${somebody(names, claim.second.askedBy)}`
      : 'You took its second verdict: file it';
  if (reason === 'adjudication') return 'Two verdicts differ: adjudicate';
  if (reason === 'second-verdict-drawn') return 'Drawn for a second verdict, which nobody gives yet';
  const note = claim.decision?.note;
  return `${somebody(names, claim.decision?.by)} returned it${note ? `: ${note}` : ''}`;
}

const when = ({ reason, claim }: WaitingClaim): string =>
  (reason.startsWith('second-verdict') ? claim.second?.askedAt : null) ??
  (reason === 'submitted' ? claim.submittedAt : reason === 'returned' ? claim.decision?.at : null) ??
  claim.updatedAt;

/** The page of an article on which each reason is dealt with. */
const pages: Partial<Record<WaitingClaim['reason'], string>> = {
  submitted: '/queue',
  changed: '/revisions/newest',
  lost: '/revisions/newest',
};

const hrefOf = ({ reason, claim }: WaitingClaim): string =>
  `/articles/${claim.articleId}${pages[reason] ?? ''}#claim-${claim.id}`;

type RowProps = { href: string; what: string; state: ReactNode; at: string; why: string; article: string };

const Row = ({ href, what, state, at, why, article }: RowProps) => (
  <li className="grid gap-x-10 gap-y-1 border-b py-3.5 sm:grid-cols-[minmax(0,1fr)_17rem]">
    <Link
      href={href}
      className="line-clamp-3 font-serif text-md leading-tight font-semibold text-ink no-underline wrap-anywhere hover:underline"
      dir="auto"
    >
      {what}
    </Link>
    <p className="flex items-center gap-3 text-sm">
      {state}
      <RelativeTime at={at} className="whitespace-nowrap text-ink-faint" />
    </p>
    <p className="line-clamp-3 text-sm text-ink-soft wrap-anywhere" dir="auto">
      {why}
    </p>
    <p className="truncate text-sm text-ink-faint" dir="auto">
      {article}
    </p>
  </li>
);

const claimRow = (item: WaitingClaim, names: Names) => (
  <Row
    key={item.claim.id}
    href={hrefOf(item)}
    what={item.claim.statement || 'A claim without a statement'}
    state={item.reason === 'second-verdict' ? <Badge>Second verdict</Badge> : <StateMark state={item.claim.state} />}
    at={when(item)}
    why={because(item, names)}
    article={item.articleTitle}
  />
);

const textRow = ({ articleId, articleTitle, found }: WaitingText) => (
  <Row
    key={found.id}
    href={`/articles/${articleId}#details`}
    what={found.title}
    state={<Badge mood="warn">Changed</Badge>}
    at={found.fetchedAt}
    why="Changed at its address: what stands there now is not what was checked"
    article={articleTitle}
  />
);

const editionRow = ({ articleId, articleTitle, schedule }: WaitingEdition) => (
  <Row
    key={`edition ${articleId}`}
    href={`/articles/${articleId}/publish#hour`}
    what={articleTitle}
    state={<Badge mood="danger">Not published</Badge>}
    at={schedule.at}
    why={`Edition ${schedule.number} did not come out at its hour: ${schedule.problems[0]?.message ?? ''}`}
    article={articleTitle}
  />
);

function becauseOfConclusion({ reason, conclusion }: WaitingConclusion, names: Names): string {
  if (reason === 'conclusion-submitted') return `Submitted by ${somebody(names, conclusion.submittedBy)}`;
  if (reason === 'conclusion-lapsed') return 'Changed since it was approved; submit it again';
  return `${somebody(names, conclusion.decidedBy)} returned it${conclusion.note ? `: ${conclusion.note}` : ''}`;
}

const conclusionRow = (item: WaitingConclusion, names: Names) => (
  <Row
    key={`conclusion ${item.articleId}`}
    href={`/articles/${item.articleId}${item.reason === 'conclusion-submitted' ? '/queue' : ''}#conclusion`}
    what="The conclusion"
    state={<StateMark state={item.conclusion.state} />}
    at={item.conclusion.at}
    why={becauseOfConclusion(item, names)}
    article={item.articleTitle}
  />
);

function rowOf(item: WaitingItem, names: Names): ReactNode {
  if (item.reason === 'changed-at-address') return textRow(item);
  if (item.reason === 'edition-failed') return editionRow(item);
  return 'conclusion' in item ? conclusionRow(item, names) : claimRow(item, names);
}

/** What waits for the person who is looking, each with its reason. */
export function WaitingList({ waiting, names }: { waiting: WaitingItem[]; names: Names }) {
  const rows = waiting.slice(0, MOST).map((item) => rowOf(item, names));
  const folded = waiting.length - FIRST;
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-3">
      <h2 id="waiting" className="flex items-baseline gap-2 font-serif text-xl leading-tight font-semibold">
        Waiting for me{' '}
        {waiting.length > 0 && <span className="font-sans text-base font-normal text-ink-faint">{waiting.length}</span>}
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
