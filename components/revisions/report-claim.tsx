import { memo } from 'react';
import type { Finding } from '@/domain/revision';
import { verdictOf } from '@/domain/scale';
import { mayDropClaim } from '../claims/claim-rights';
import { isBlind } from '../claims/second/second-deeds';
import { SettledNotice } from '../claims/settled-notice';
import { SettlingWays } from '../claims/settling-ways';
import { useChecking } from '../claims/under-check';
import { aboutWords } from '../claims/wording';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Kbd } from '../ui/kbd';
import { RelativeTime } from '../ui/relative-time';
import { StateMark } from '../ui/state-mark';
import { VerdictMark } from '../ui/verdict-mark';
import type { Around } from './around';
import type { ReportAtHand, Reported } from './use-report';
import { settledWords } from './wording';
import { StandingWords, WordingMark, WordingsCompared } from './wordings';

/** What stands around the words of each place of a claim, by the claim's id and in the order of its places. */
export type ReportedPlaces = Readonly<Record<string, readonly { was: Around | null; now: Around | null }[]>>;

type PlaceProps = {
  finding: Finding;
  around: ReportedPlaces[string][number] | undefined;
  revision: number;
  language: string;
  name: string | null;
};

const Place = memo(function Place({ finding, around, revision, language, name }: PlaceProps) {
  const { state, was, now, from } = finding;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        {name && <span className="text-sm text-ink-faint">{name}</span>}
        <WordingMark {...finding} />
      </p>
      {state === 'exact' || state === 'moved' ? (
        <StandingWords>{now ?? was}</StandingWords>
      ) : (
        <WordingsCompared
          wording={finding}
          names={{
            was:
              now === null
                ? `Where it stood in revision ${from.revision}`
                : `As it was checked, in revision ${from.revision}`,
            now: `In revision ${revision}`,
          }}
          around={around}
          language={language}
        />
      )}
    </div>
  );
});

/** How the claim was settled, or the ways to settle it. */
function Settling({ one, report, current }: { one: Reported; report: ReportAtHand; current: boolean }) {
  const { names, me } = useChecking();
  const { found, now } = one;
  const who = (id: string) => names[id] ?? 'somebody';
  if (!now) return <p className="text-sm text-ink-soft">This claim cannot be read any more.</p>;
  const { claim } = now.entry;
  if (claim.state === 'dropped' && claim.dropped)
    return (
      <p className="text-sm text-ink-soft wrap-anywhere">
        Dropped by {who(claim.dropped.by)}, <RelativeTime at={claim.dropped.at} />: {claim.dropped.reason}
      </p>
    );
  if (isBlind(claim))
    return <p className="text-sm text-ink-soft">Others settle it: you are to judge it independently first.</p>;
  if (claim.unsettled && !report.isNewest)
    return <p className="text-sm text-ink-soft">Not settled yet: settle it in the report of the newest revision.</p>;
  if (claim.unsettled)
    return (
      <SettlingWays
        claim={claim}
        keyed={current}
        mayDrop={mayDropClaim(claim, me)}
        ways={{
          newWords: () => report.take(one),
          edit: () => report.openIt(one, '/statement'),
          drop: () => void report.drop(one),
          keep: () => report.keep(one),
        }}
      >
        <Button size="sm" variant="quiet" onClick={() => report.openIt(one)}>
          Select its words in the article
          {current && (
            <span className="max-lg:hidden" aria-hidden>
              <Kbd keys="Shift+C" />
            </span>
          )}
        </Button>
      </SettlingWays>
    );
  if (claim.settlement) return <SettledNotice numbered={now} undo={report.isNewest} />;
  const { settlement } = found;
  return (
    <p className="text-sm text-ink-soft wrap-anywhere">
      {settlement ? (
        <>
          {settledWords[settlement.way]} {who(settlement.by)}, <RelativeTime at={settlement.at} />. It was changed
          since.
        </>
      ) : (
        'Nothing is left to settle: its words stand in the article again, or were settled since.'
      )}
    </p>
  );
}

type Props = {
  one: Reported;
  report: ReportAtHand;
  places: ReportedPlaces[string];
  current: boolean;
  revision: number;
};

/** One claim whose words changed or are lost: what became of them, place by place, and what becomes of it. */
export function ReportClaim({ one, report, places, current, revision }: Props) {
  const { article } = useChecking();
  const { found, now } = one;
  const claim = now?.entry.claim;
  const all = [found.anchor, ...found.alsoAt].filter((finding) => finding !== null);
  const several = all.length > 1;
  return (
    <li
      className={classes(
        '-mr-4 -ml-4.5 flex flex-col gap-3 border-b border-l-2 px-4 py-5 sm:-mr-5 sm:-ml-5.5 sm:px-5',
        current ? 'border-l-accent' : 'border-l-transparent',
      )}
      aria-current={current || undefined}
      onFocus={() => report.choose(found.claimId)}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
        <span className="text-ink-faint">{now ? `Claim ${now.number}` : 'A claim'}</span>
        {found.about && <span className="text-ink-faint">About {aboutWords(found.about)}</span>}
        <VerdictMark verdict={verdictOf(article.scale, claim?.verdict ?? found.verdict)} />
        <StateMark state={claim?.state ?? found.claimState} />
      </p>
      <h3
        data-reported={found.claimId}
        id={`claim-${found.claimId}`}
        tabIndex={-1}
        className="scroll-mt-28 scroll-mb-[40dvh] font-serif text-md leading-tight font-semibold outline-none wrap-anywhere"
        dir="auto"
      >
        {(claim?.statement ?? found.statement).trim() || 'A claim without a statement'}
      </h3>
      {all.map((finding, index) => (
        <Place
          // biome-ignore lint/suspicious/noArrayIndexKey: a place of the claim has nothing else to be known by
          key={index}
          finding={finding}
          around={places[index]}
          revision={revision}
          language={article.language}
          name={several ? (index === 0 ? 'Its place' : `Also here (${index})`) : null}
        />
      ))}
      <Settling one={one} report={report} current={current} />
    </li>
  );
}
