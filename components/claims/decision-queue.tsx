'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Claim } from '@/domain/claim';
import { mayDo } from '@/domain/permission';
import { QueueConclusion } from '../conclusion/queue-conclusion';
import { useWaitingConclusion } from '../conclusion/use-waiting-conclusion';
import { announce } from '../ui/announcer';
import { Button, LinkButton } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { HeaderSlot } from '../ui/header-slot';
import { IconButton } from '../ui/icon-button';
import { Kbd } from '../ui/kbd';
import { Notice } from '../ui/notice';
import { Spinner } from '../ui/spinner';
import { inOrder, type Numbered } from './claim-order';
import { deciding } from './claim-rights';
import { approve, refusalToDecide, sendBack } from './deeds';
import { ReturnHost } from './question-hosts';
import { QueueClaim } from './queue-claim';
import { type Checking, CheckingProvider, type UnderCheck, useChecking, useSnapshot } from './under-check';
import { useTellPlace } from './use-presence';

/** An editor's queue of one article: one waiting claim at a time, until none waits. */
export function DecisionQueue({ claims, ...given }: UnderCheck & { claims: readonly Claim[] }) {
  const waiting = (
    <div className="p-8">
      <Spinner />
    </div>
  );
  return (
    <CheckingProvider {...given} claims={claims} fallback={waiting}>
      <Queue />
    </CheckingProvider>
  );
}

/** The claim of `#claim-…`, when one comes by a link. */
const addressed = (): string | undefined => /^#claim-(.+)$/.exec(decodeURIComponent(window.location.hash))?.[1];

/** The waiting claims that this person may decide on, the one at hand, and the way from one to the next. */
function useQueue() {
  const checking = useChecking();
  const { entries, find } = useSnapshot();
  const all = useMemo(() => {
    const { standing, dropped } = inOrder(entries);
    return [...standing, ...dropped];
  }, [entries]);
  const submitted = all.filter(({ entry }) => entry.claim.state === 'submitted');
  const queue = submitted.filter(({ entry }) => refusalToDecide(checking, entry.claim, 'approve') === null);
  const [key, setKey] = useState(() => find(addressed() ?? null)?.key ?? null);
  const [place, setPlace] = useState(0);
  const found = queue.findIndex((one) => one.key === key);
  const at = found >= 0 ? found : Math.min(place, queue.length - 1);
  const pinned = key === null ? null : all.find((one) => one.key === key);
  /** what is being judged stays, though others submit before it or take it out of the queue meanwhile */
  const current: Numbered | undefined = pinned ?? queue[at];
  const isGone = Boolean(pinned) && found < 0;
  useEffect(() => {
    if (key === null && current) setKey(current.key);
  }, [key, current]);
  const step = (by: 1 | -1) => {
    const next = queue[isGone && by > 0 ? at : at + by];
    if (!next) return announce(by > 0 ? 'This is the last waiting claim.' : 'This is the first waiting claim.');
    setKey(next.key);
  };
  // what is decided leaves the queue, and the claim that comes into its place is next
  const decided = () => {
    setPlace(at);
    setKey(null);
  };
  return { queue, others: submitted.length - queue.length, at, current, isGone, step, decided };
}

function Queue() {
  const checking = useChecking();
  const { article } = checking;
  const [deciding, setDeciding] = useState(false);
  const { queue, others, at, current: claim, isGone: isTaken, step: stepClaims, decided } = useQueue();
  const last = useWaitingConclusion();
  const ended = last.waits && (last.atHand || !claim);
  const current = ended ? undefined : claim;
  useTellPlace(current?.entry.claim.id ?? null);
  const isGone = !ended && isTaken && !deciding; // by this person's own decision it goes without a word
  const total = queue.length + (last.waits ? 1 : 0);
  const place = ended ? total : at + 1;
  const step = (by: 1 | -1) => {
    if (ended && by < 0 && claim) last.setAtHand(false);
    else if (!ended && by > 0 && at === queue.length - 1 && last.waits) last.setAtHand(true);
    else if (ended) announce(by > 0 ? 'The conclusion is the last that waits.' : 'Only the conclusion waits.');
    else stepClaims(by);
  };
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes along from claim to claim
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [current?.key, ended]);
  const decide = async (by: typeof approve) => {
    if (isGone) return;
    setDeciding(true);
    try {
      if (ended) await (by === approve ? last.approve() : last.sendBack());
      else if (current && (await by(checking, current))) decided();
    } finally {
      setDeciding(false);
    }
  };
  const group = 'Queue';
  const nothing = total === 0 || isGone;
  useShortcuts([
    { keys: 'a', label: 'Approve', group, run: () => void decide(approve), disabled: nothing },
    { keys: 'r', label: 'Return with a note', group, run: () => void decide(sendBack), disabled: nothing },
    { keys: 'j', label: 'Next waiting claim', group, run: () => step(1), disabled: total === 0 },
    { keys: 'k', label: 'Previous waiting claim', group, run: () => step(-1), disabled: total === 0 },
  ]);
  return (
    <div className="mx-auto max-w-[78rem] px-5 pt-6 pb-32 sm:px-8">
      <ReturnHost />
      <HeaderSlot slot="title">
        <span dir="auto">{article.title}</span>
      </HeaderSlot>
      <HeaderSlot slot="actions">
        <LinkButton variant="quiet" className="px-2" href={`/articles/${article.id}`}>
          Article
        </LinkButton>
      </HeaderSlot>
      <div className="flex flex-wrap items-center gap-2 border-b pb-3">
        <h1 className="min-w-0 flex-1 text-sm text-ink-soft">
          {total > 0 ? (
            <>
              <b className="font-semibold text-ink">Waiting for you</b>
              {isGone ? `, ${total} more` : `, ${place} of ${total}`}
            </>
          ) : (
            'The queue'
          )}
          {others > 0 && <span className="text-ink-faint"> · {others} more wait for another editor</span>}
        </h1>
        {total > 0 && (
          <>
            <LinkButton
              variant="quiet"
              size="sm"
              href={`/articles/${article.id}#${current ? `claim-${current.entry.claim.id}` : 'conclusion'}`}
            >
              Open in the article
            </LinkButton>
            <IconButton
              label="Previous waiting claim"
              keys="k"
              icon={<ChevronLeft aria-hidden />}
              disabled={place === 1}
              onClick={() => step(-1)}
            />
            <IconButton
              label="Next waiting claim"
              keys="j"
              icon={<ChevronRight aria-hidden />}
              disabled={isGone ? total === 0 : place === total}
              onClick={() => step(1)}
            />
          </>
        )}
      </div>
      <div className="pt-8">
        {current && isGone && (
          <div className="pb-6">
            <Notice
              kind="warn"
              live
              title="This claim waits for you no more."
              actions={
                <Button size="sm" variant="primary" onClick={decided}>
                  Go on
                </Button>
              }
            >
              {whatBecame(current, checking)}
            </Notice>
          </div>
        )}
        {current && <QueueClaim key={current.key} ref={heading} numbered={current} />}
        {ended && <QueueConclusion ref={heading} conclusion={last.conclusion} />}
        {total === 0 && !current && <Done others={others} />}
      </div>
      {total > 0 && !isGone && (
        <footer data-foot className="fixed inset-x-0 bottom-0 z-20 border-t bg-paper">
          <div className="mx-auto flex max-w-[78rem] justify-end gap-2 px-5 py-2.5 sm:px-8">
            <Judge
              decided={current ? current.entry.claim : last.conclusion.standing}
              what={current ? 'claim' : 'conclusion'}
              onReturn={() => decide(sendBack)}
              onApprove={() => decide(approve)}
            />
          </div>
        </footer>
      )}
    </div>
  );
}

/** What somebody else did, while this person judged it, to the claim they have before them. */
function whatBecame({ entry: { claim } }: Numbered, { workspace, names, me }: Checking): string {
  const by = workspace.lastBy(claim.id);
  if (by === me.id) return `You worked on it elsewhere; it is ${claim.state} now.`;
  return `${(by && names[by]) || 'Somebody else'} worked on it; it is ${claim.state} now.`;
}

const key = (keys: string) => (
  <span className="hidden lg:inline" aria-hidden>
    <Kbd keys={keys} bare />
  </span>
);

type Judged = {
  decided: Pick<Claim, 'contributors'>;
  what: 'claim' | 'conclusion';
  onReturn: () => void;
  onApprove: () => void;
};

function Judge({ decided, what, onReturn, onApprove }: Judged) {
  const { me, desk } = useChecking();
  const override = deciding(decided, me, desk) === 'override';
  return (
    <>
      {override && <p className="flex-1 self-center text-sm text-ink-faint">You contributed to this {what}.</p>}
      {!override && <Button onClick={onReturn}>Return {key('r')}</Button>}
      <Button variant={override ? 'plain' : 'primary'} onClick={onApprove}>
        {override ? 'Approve with override…' : 'Approve'} {key('a')}
      </Button>
    </>
  );
}

function Done({ others }: { others: number }) {
  const { article, me } = useChecking();
  const isEditor = mayDo(me.role, 'decide');
  return (
    <EmptyState
      title={isEditor ? 'Nothing waits for you here' : 'Editors decide here'}
      action={
        mayDo(me.role, 'publish') ? (
          <LinkButton variant="primary" href={`/articles/${article.id}/publish`}>
            Go to publishing
          </LinkButton>
        ) : (
          <LinkButton href={`/articles/${article.id}`}>Back to the article</LinkButton>
        )
      }
    >
      {others > 0
        ? `${others === 1 ? 'One claim waits' : `${others} claims wait`} for an editor who did not work on it.`
        : 'Every claim that was submitted has been decided on.'}
    </EmptyState>
  );
}
