'use client';
import Link from 'next/link';
import type { Report } from '@/domain/revision';
import { NewerRevision } from '../claims/newer-revision';
import { wayKeys } from '../claims/settling';
import { useChecking, useSnapshot } from '../claims/under-check';
import { LinkButton } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { DiffText } from '../ui/diff-text';
import { HeaderSlot } from '../ui/header-slot';
import { Kbd } from '../ui/kbd';
import { Notice } from '../ui/notice';
import { ReportClaim, type ReportedPlaces } from './report-claim';
import { RevisionFacts } from './revision-facts';
import { StandingClaims } from './standing-claims';
import { type ReportAtHand, useReport } from './use-report';
import { counted, countsInWords } from './wording';

function useReportKeys(report: ReportAtHand): void {
  const { current, open } = report;
  const { undo, redo } = useSnapshot();
  const group = 'Revision report';
  const isOpen = current !== null && open.includes(current) && report.isNewest;
  const none = current === null;
  useShortcuts([
    { keys: 'j', label: 'Next claim of the report', group, run: () => report.step(1), repeat: true, disabled: none },
    {
      keys: 'k',
      label: 'Previous claim of the report',
      group,
      run: () => report.step(-1),
      repeat: true,
      disabled: none,
    },
    {
      keys: wayKeys['new-words'],
      label: 'Same claim, new words',
      group,
      run: () => report.take(current),
      disabled: !isOpen,
    },
    {
      keys: wayKeys.edit,
      label: 'Edit the claim',
      group,
      run: () => report.openIt(current, '/statement'),
      disabled: none,
    },
    { keys: wayKeys.drop, label: 'Drop the claim', group, run: () => void report.drop(current), disabled: !isOpen },
    { keys: wayKeys.keep, label: 'Keep it as it stood', group, run: () => report.keep(current), disabled: !isOpen },
    {
      keys: 'Shift+C',
      label: 'Select its words in the article',
      group,
      run: () => report.openIt(current),
      disabled: none,
    },
    {
      keys: 'Mod+Z',
      label: undo ? `Undo: ${undo}` : 'Undo',
      group,
      run: report.undo,
      disabled: undo === null,
    },
    {
      keys: 'Mod+Shift+Z',
      label: redo ? `Redo: ${redo}` : 'Redo',
      group,
      run: report.redo,
      disabled: redo === null,
    },
  ]);
}

/** The report itself: what happened in a sentence, the claims that changed one by one, those that stand in a list. */
export function ReportBody({ report, places }: { report: Report; places: ReportedPlaces }) {
  const { article } = useChecking();
  const atHand = useReport(report);
  useReportKeys(atHand);
  const { turned, stand, current, list } = atHand;
  const { revision, base } = report;
  return (
    <>
      <NewerRevision />
      <div ref={list} className="mx-auto flex max-w-4xl flex-col gap-6 px-5 pt-8 pb-32 sm:px-8">
        <HeaderSlot slot="title">
          <span dir="auto">{article.title}</span>
        </HeaderSlot>
        <HeaderSlot slot="actions">
          <LinkButton variant="quiet" className="px-2" href={`/articles/${article.id}`}>
            Article
          </LinkButton>
          <LinkButton variant="quiet" className="px-2 max-sm:hidden" href={`/articles/${article.id}/revisions`}>
            Revisions
          </LinkButton>
        </HeaderSlot>
        <header className="flex flex-col gap-2">
          <Link href={`/articles/${article.id}`} className="w-fit py-1 text-sm wrap-anywhere" dir="auto">
            {article.title}
          </Link>
          <h1 className="font-serif text-2xl leading-tight font-semibold">
            What revision {revision.number} did to the claims
          </h1>
          <RevisionFacts revision={revision} />
          <p className="text-md text-pretty">{countsInWords(report.counts)}</p>
          <Summary report={report} atHand={atHand} />
        </header>
        {!atHand.isNewest && <Superseded />}
        {report.headline && (
          <section aria-labelledby="headline" className="flex flex-col gap-1">
            <h2 id="headline" className="text-sm font-semibold">
              The headline changed
            </h2>
            <p className="font-serif text-md leading-tight wrap-anywhere" dir="auto">
              <DiffText before={report.headline.was} after={report.headline.now} />
            </p>
          </section>
        )}
        {turned.length > 0 && (
          <section aria-labelledby="turned" className="flex flex-col">
            <h2 id="turned" className="border-b pb-2 font-serif text-lg leading-tight font-semibold">
              {counted(turned.length, 'claim')} changed or lost
            </h2>
            <ol>
              {turned.map((one) => (
                <ReportClaim
                  key={one.found.claimId}
                  one={one}
                  report={atHand}
                  places={places[one.found.claimId] ?? []}
                  current={one === current}
                  revision={revision.number}
                />
              ))}
            </ol>
          </section>
        )}
        <StandingClaims stand={stand} articleId={article.id} />
        <p className="text-sm">
          <Link href={`/articles/${article.id}/revisions?from=${base}&to=${revision.number}`}>
            The text of revision {base} and of revision {revision.number}, word by word
          </Link>
        </p>
      </div>
    </>
  );
}

/** How much is left to settle, where the focus goes once nothing is. */
function Summary({ report, atHand }: { report: Report; atHand: ReportAtHand }) {
  const { article } = useChecking();
  const { open, turned, isNewest } = atHand;
  if (turned.length === 0 || !isNewest) return null;
  return (
    <div data-summary tabIndex={-1} className="scroll-my-24 outline-none">
      {open.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft">
          <b className="font-semibold text-ink">
            {open.length === 1 ? '1 claim is' : `${open.length} claims are`} to be settled.
          </b>
          <span className="max-lg:hidden">
            <Kbd keys="j" /> and <Kbd keys="k" /> go from one to the next, <Kbd keys="Mod+Z" /> undoes.
          </span>
        </p>
      ) : (
        <Notice
          kind="ok"
          title="Every claim is settled"
          actions={
            <LinkButton size="sm" href={`/articles/${article.id}`}>
              Back to the article
            </LinkButton>
          }
        >
          Revision {report.revision.number} leaves nothing open.
        </Notice>
      )}
    </div>
  );
}

function Superseded() {
  const { article } = useChecking();
  return (
    <Notice
      title={`Revision ${article.revision.number} is the newest`}
      actions={
        <LinkButton size="sm" href={`/articles/${article.id}/revisions/newest`}>
          Report of revision {article.revision.number}
        </LinkButton>
      }
    >
      This is what was found when this revision was added. What is still to be settled is settled in the report of the
      newest one.
    </Notice>
  );
}
