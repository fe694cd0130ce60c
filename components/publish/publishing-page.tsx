'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useNews, whileHere } from '@/components/live/refreshed';
import { Button } from '@/components/ui/button';
import { useShortcuts } from '@/components/ui/command';
import { confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import { conclusionKey } from '@/domain/conclusion';
import type { NextEdition } from '@/domain/contract/editions';
import type { Override } from '@/domain/contract/overrides';
import { isBroken } from '@/domain/edition';
import { ApprovedBefore } from './approved-before';
import { Checklist } from './checklist';
import { liveChecks, standsAt } from './checks';
import { GoesOut, LeftOut } from './claim-lines';
import { CorrectionFields } from './correction-fields';
import { Differences } from './differences';
import { HoldPart } from './hold-part';
import { Overrides } from './overrides';
import { Preview, previewAddress } from './preview';
import { Published } from './published';
import { PublishedBefore } from './published-before';
import { SchedulePart } from './schedule-part';
import { isAsked, type Seen, type Trouble, usePublishing } from './use-publishing';

type Props = {
  article: { id: string; slug: string; title: string };
  initial: Seen;
  before: PublishedBefore;
  names: Readonly<Record<string, string>>;
  /** published claims that were approved without a second person */
  overrides: Override[];
  /** id of who is looking */
  person: string;
  /** the number of the last line of the log when all this was read */
  since: number;
  mayPublish: boolean;
  mayErase: boolean;
};

type PartProps = { id: string; title: string; told?: string; children: ReactNode; ref?: RefObject<HTMLElement | null> };

const Part = ({ id, title, told, children, ref }: PartProps) => (
  <section aria-labelledby={id} ref={ref} tabIndex={ref && -1} className="flex flex-col gap-2 outline-none">
    <h2 id={id} className="font-serif text-lg leading-tight font-semibold">
      {title}
    </h2>
    {told && <p className="text-sm text-ink-soft">{told}</p>}
    {children}
  </section>
);

const TroubleNotice = ({ trouble, articleId }: { trouble: Trouble; articleId: string }) => (
  <Notice kind="danger" title={trouble.title} live>
    {trouble.sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    {trouble.signedOut && <Link href={`/sign-in?next=/articles/${articleId}/publish`}>Sign in again</Link>}
  </Notice>
);

/** The conclusion among what was approved before and changed since. */
const concluded = (
  { state }: NextEdition['conclusion'],
  asLastApproved: string[],
): NextEdition['approvedBefore'][0] => ({
  claimId: conclusionKey,
  state,
  statement: 'The conclusion',
  chosen: asLastApproved.includes(conclusionKey),
});

const counted = (many: number, word: string): string => `${many} ${word}${many === 1 ? '' : 's'}`;

/** Where an editor sees what would go out, settles what is open, and publishes. */
export function PublishingPage(props: Props) {
  const { article, initial, before, names, overrides, person, since, mayPublish, mayErase } = props;
  const publishing = usePublishing(article.id, initial, person);
  const { next, draft, change, busy, trouble, published, etag, lookAgain } = publishing;
  const [strict, setStrict] = useState(false);
  const router = useRouter();
  const again = () => {
    lookAgain();
    void whileHere(person, router.refresh); // for the editions before this one, and what holds it
  };
  useNews(person, since, ({ articleId }) => articleId === article.id, again);
  const list = useRef<HTMLElement>(null);
  const checks = liveChecks(next.checklist, draft);
  const first = next.number === 1;

  /** Whether nothing stands in the way; else leads to what does. */
  const allHold = (asked: typeof checks): boolean => {
    if (!asked.some(isBroken)) return true;
    setStrict(true);
    list.current?.focus();
    return false;
  };
  const schedule = (at: string) => {
    if (!busy && allHold(checks.filter(standsAt(at, next.hold)))) void publishing.schedule(at);
  };
  const asked = isAsked(next.conclusion)
    ? [...next.approvedBefore, concluded(next.conclusion, draft.asLastApproved)]
    : next.approvedBefore;

  const publish = async () => {
    if (busy || !mayPublish) return;
    if (!allHold(checks)) return;
    const instead = next.scheduled?.state === 'waiting' ? ' It takes the place of the edition that waits.' : '';
    const yes = await confirm({
      title: `Publish edition ${next.number}?`,
      body: `${counted(next.goesOut.length, 'claim')} of “${article.title}” will be public at once, and this edition cannot be changed afterwards: a correction is a new edition.${instead}`,
      action: `Publish edition ${next.number}`,
    });
    if (yes) await publishing.publish();
  };
  const label = `Publish edition ${next.number}`;
  useShortcuts([
    { keys: 'Mod+Enter', label, group: 'Publishing', run: publish, whileTyping: true, disabled: !mayPublish },
  ]);

  if (published) return <Published edition={published} articleId={article.id} />;
  return (
    <div className="mx-auto grid max-w-[90rem] gap-10 px-4 py-8 sm:px-6 xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-8">
        <header className="flex flex-col gap-1">
          <Link href={`/articles/${article.id}`} className="py-1 text-sm wrap-anywhere">
            {article.title}
          </Link>
          <h1 className="font-serif text-2xl leading-tight font-semibold">{label}</h1>
        </header>
        <Part id="checklist" title="Checklist" ref={list}>
          <Checklist checks={checks} articleId={article.id} />
          <Link href={`/articles/${article.id}/standards`} className="self-start py-1 text-sm">
            Every claim against each standard
          </Link>
        </Part>
        {(next.hold || mayPublish) && (
          <Part id="hold" title="Hold">
            <HoldPart
              hold={next.hold}
              articleId={article.id}
              person={person}
              mayHold={mayPublish}
              onChanged={() => void publishing.look()}
            />
          </Part>
        )}
        {asked.length > 0 && (
          <Part
            id="before"
            title="Approved before, changed since"
            told="What changed is not approved yet. Each goes out in the words that were approved, or stays out."
          >
            <ApprovedBefore
              claims={asked}
              articleId={article.id}
              chosen={draft.asLastApproved}
              onChange={(asLastApproved) => change({ asLastApproved })}
            />
          </Part>
        )}
        {!first && (
          <Part id="why" title={`Why edition ${next.number} differs`}>
            <CorrectionFields draft={draft} tier={next.tier} strict={strict} onChange={change} />
          </Part>
        )}
        {trouble && <TroubleNotice trouble={trouble} articleId={article.id} />}
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="primary" onClick={publish} busy={busy === 'publishing'} disabled={!mayPublish}>
            {label}
          </Button>
          {!mayPublish && <p className="text-sm text-ink-soft">Editors and administrators publish.</p>}
        </div>
        <Part id="hour" title="At a time">
          <SchedulePart
            schedule={next.scheduled}
            number={next.number}
            articleId={article.id}
            names={names}
            maySchedule={mayPublish}
            busy={busy === 'scheduling'}
            onSchedule={schedule}
            onTakeBack={() => void publishing.unschedule()}
          />
        </Part>
        <Part id="out" title={`Goes out (${next.goesOut.length})`}>
          <GoesOut next={next} articleId={article.id} />
        </Part>
        {next.leftOut.length > 0 && (
          <Part
            id="left"
            title={`Stays out (${next.leftOut.length})`}
            told="Not approved yet. They hold nothing up and can follow in a later edition."
          >
            <LeftOut claims={next.leftOut} articleId={article.id} />
          </Part>
        )}
        {!first && next.differences.length > 0 && (
          <Part id="differences" title={`What differs from edition ${next.number - 1}`}>
            <Differences differences={next.differences} />
          </Part>
        )}
        {overrides.length > 0 && (
          <Part
            id="overrides"
            title="Approved without a second person"
            told="A second person can confirm each in retrospect, and the public record will say so."
          >
            <Overrides
              overrides={overrides}
              articleId={article.id}
              person={person}
              mayDecide={mayPublish}
              onConfirmed={() => router.refresh()}
            />
          </Part>
        )}
        {before.editions.length > 0 && (
          <Part id="published" title="Published before" told="What is out can be withdrawn, with a reason, for good.">
            <a href={`/a/${encodeURIComponent(article.slug)}/record`} className="py-1 text-sm">
              The public record of every edition
            </a>
            <PublishedBefore
              {...before}
              articleId={article.id}
              person={person}
              mayWithdraw={mayPublish}
              mayErase={mayErase}
              names={names}
              concluded={next.conclusion.fate !== 'none'}
              onWithdrawn={() => {
                router.refresh();
                void publishing.look();
              }}
            />
          </Part>
        )}
      </div>
      <div className="min-w-0 xl:sticky xl:top-18 xl:flex xl:h-[calc(100dvh-6rem)] xl:flex-col">
        <Preview address={previewAddress(article.id, draft, first)} version={etag} />
      </div>
    </div>
  );
}
