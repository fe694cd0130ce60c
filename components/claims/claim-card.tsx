import { MessageSquare, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Present } from '@/domain/presence';
import { type Scale, verdictOf } from '@/domain/scale';
import { useOpenThreads } from '../discussion/use-threads';
import { PeopleHere } from '../live/people-here';
import { Badge } from '../ui/badge';
import { DueTime } from '../ui/due-time';
import { StateMark } from '../ui/state-mark';
import { VerdictMark } from '../ui/verdict-mark';
import type { Numbered } from './claim-order';
import { useIsOffered } from './second/offered';
import { SecondMark } from './second/second-mark';
import { UnsettledMark } from './unsettled-mark';
import { aboutWords } from './wording';

type Props = {
  numbered: Numbered;
  scale: Scale;
  /** colleagues who have it open */
  here?: readonly Present[];
  /** whether the tab key stops here */
  stop?: boolean;
  onOpen: (key: string) => void;
};

const pieces = (count: number): string => (count === 1 ? '1 source' : `${count} sources`);

/** One claim in the margin while another is open, or none: what it says, the verdict, how far it is. */
export const ClaimCard = memo(function ClaimCard({ numbered, scale, here, stop = true, onOpen }: Props) {
  const { key, number, entry } = numbered;
  const { claim, aside } = entry;
  const hidden = useIsOffered()(claim) || claim.secondVerdict?.blind;
  const verdict = hidden ? null : verdictOf(scale, claim.verdict);
  const threads = useOpenThreads(claim.id);
  return (
    <button
      type="button"
      data-card
      tabIndex={stop ? 0 : -1}
      onClick={() => onOpen(key)}
      data-tone={verdict?.colour ?? 'none'}
      className="group flex w-full gap-3 rounded-md border border-transparent border-t-hairline bg-paper px-2 py-2 text-left transition-colors hover:bg-sunken"
    >
      <span className="w-6 shrink-0 border-r-2 border-tone pr-1.5 text-right text-sm text-ink-faint tabular-nums">
        <span className="sr-only">Claim </span>
        {number}
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        {claim.about && <span className="text-xs text-ink-faint">About {aboutWords(claim.about)}</span>}
        <span className="line-clamp-2 font-serif text-base leading-tight wrap-anywhere" dir="auto">
          {claim.erased ? 'Its words were erased' : claim.statement.trim() || 'No statement yet'}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
          {!hidden && (
            <>
              <VerdictMark verdict={verdict} />
              <StateMark state={claim.state} />
            </>
          )}
          {claim.secondVerdict && <SecondMark second={claim.secondVerdict} />}
          <span className="text-ink-faint">{pieces(claim.evidence.length)}</span>
          {threads > 0 && (
            <Badge icon={<MessageSquare aria-hidden />}>{threads === 1 ? '1 thread' : `${threads} threads`}</Badge>
          )}
          {claim.dueAt && claim.state !== 'approved' && claim.state !== 'dropped' && <DueTime at={claim.dueAt} />}
          {claim.unsettled && claim.state !== 'dropped' && <UnsettledMark state={claim.unsettled.state} />}
          {aside.length > 0 && (
            <Badge mood="danger" icon={<TriangleAlert aria-hidden />}>
              Needs your decision
            </Badge>
          )}
        </span>
      </span>
      {here && <PeopleHere present={here} where="Open for" most={2} />}
    </button>
  );
});
