'use client';
import Link from 'next/link';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Saving } from '@/client/conclusion/writing';
import { mayDo } from '@/domain/permission';
import { transitions } from '@/domain/workflow';
import { deciding } from '../claims/claim-rights';
import { RationaleField } from '../claims/rationale-field';
import { useChecking } from '../claims/under-check';
import { Button } from '../ui/button';
import { DiffText } from '../ui/diff-text';
import { Kbd } from '../ui/kbd';
import { Notice } from '../ui/notice';
import { StateMark } from '../ui/state-mark';
import { ConclusionNews } from './conclusion-news';
import { ConclusionStanding } from './conclusion-standing';
import { ConclusionWords } from './conclusion-words';
import { approveConclusion, returnConclusion, submitConclusion } from './deeds';
import { type ConclusionAtHand, useConclusion } from './use-conclusion';

const savingWords: Record<Exclude<Saving, 'differs'>, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'The server does not answer: kept in this browser',
  'signed out': 'Kept in this browser until you sign in again',
  refused: 'Not saved: kept in this browser',
};

/** Whether the address asks for the conclusion, as links from the desk and the checklist do. */
const isAddressed = (): boolean => window.location.hash === '#conclusion';

/** The conclusion at the head of an article under check: what it says, and the place to write it. */
export function ConclusionPart() {
  const checking = useChecking();
  const { me } = checking;
  const [open, setOpen] = useState(false);
  const conclusion = useConclusion(checking, open);
  const { standing, text } = conclusion;
  const heading = useRef<HTMLHeadingElement>(null);
  /** the focus is to go along: of who followed a link, or pressed a button that is gone then */
  const leads = useRef(false);
  const lead = useCallback(() => {
    leads.current = true;
    setOpen(true);
  }, []);
  const id = useId();
  const mayWrite = mayDo(me.role, 'annotate');
  useEffect(() => {
    const follow = () => {
      if (isAddressed()) lead();
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [lead]);
  useEffect(() => {
    if (open && leads.current) heading.current?.focus();
    leads.current = false;
  }, [open]);
  const unsaved = conclusion.saving !== 'saved';
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !mayWrite) return;
    event.preventDefault();
    event.stopPropagation();
    void submitConclusion(conclusion);
  };
  if (!text && !standing.approved && !open && !unsaved) {
    if (!mayWrite) return null;
    return (
      <p className="pb-6">
        <Button size="sm" onClick={lead}>
          Write a conclusion
        </Button>
      </p>
    );
  }
  return (
    <section
      aria-labelledby={id}
      data-own-submit
      onKeyDownCapture={submitByKey}
      className="mb-8 flex max-w-[calc(31*var(--text-read))] flex-col gap-3 border-y py-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} ref={heading} tabIndex={-1} className="font-semibold outline-none">
          Conclusion
        </h2>
        {(text || standing.approved) && <StateMark state={standing.state} />}
        <span className="flex-1" />
        {mayWrite && (
          <Button variant="quiet" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Close' : 'Open'}
          </Button>
        )}
      </div>
      {open || unsaved ? <Writing conclusion={conclusion} mayWrite={mayWrite} /> : <Shown text={text} />}
      <ConclusionFoot conclusion={conclusion} open={open} />
    </section>
  );
}

const Shown = ({ text }: { text: string }) =>
  text.trim() ? (
    <div className="line-clamp-3">
      <ConclusionWords text={text} />
    </div>
  ) : (
    <p className="text-ink-soft">It was emptied, and says nothing any more.</p>
  );

function Writing({ conclusion, mayWrite }: { conclusion: ConclusionAtHand; mayWrite: boolean }) {
  const { text, saving, standing, writing } = conclusion;
  const box = useRef<HTMLDivElement>(null);
  const back = () => {
    box.current?.querySelector<HTMLElement>('[contenteditable="true"], textarea')?.focus({ preventScroll: true });
  };
  return (
    <div ref={box} className="flex flex-col gap-2">
      <RationaleField
        label="Conclusion"
        value={text}
        onChange={(words) => writing.change(words)}
        evidence={[]}
        disabled={!mayWrite}
      />
      <p className="text-sm text-ink-faint">
        What the article as a whole comes to, in a paragraph. Readers find it above the counts.
      </p>
      <ConclusionNews conclusion={conclusion} onShown={back} />
      {saving === 'differs' ? (
        <Notice
          kind="warn"
          title="Somebody else changed the conclusion meanwhile"
          live
          actions={
            <>
              <Button size="sm" onClick={() => writing.settle(true)}>
                Keep mine
              </Button>
              <Button size="sm" onClick={() => writing.settle(false)}>
                Take theirs
              </Button>
            </>
          }
        >
          <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
            <DiffText before={standing.text} after={text} />
          </p>
        </Notice>
      ) : (
        <p role="status" className="text-sm text-ink-faint">
          {savingWords[saving]}
          {saving === 'signed out' && (
            <>
              {' '}
              <Link href={`/sign-in?next=/articles/${standing.articleId}`}>Sign in again</Link>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** What became of the conclusion, and what can be done with it now. */
function ConclusionFoot({ conclusion, open }: { conclusion: ConclusionAtHand; open: boolean }) {
  const { me, desk, names } = useChecking();
  const { standing, text, trouble, writing } = conclusion;
  const who = { me, desk };
  const allowed = transitions[standing.state];
  const may = deciding(standing, me, desk);
  const mayWrite = mayDo(me.role, 'annotate');
  const submits = allowed.submit && mayWrite && text.trim() !== '' && (open || standing.state !== 'draft');
  return (
    <>
      {trouble && (
        <Notice kind="danger" title="Not done" live>
          <p>{trouble}</p>
        </Notice>
      )}
      {(open || standing.state === 'submitted' || standing.state === 'returned') && (
        <ConclusionStanding standing={standing} names={names} />
      )}
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {allowed['take back'] && mayWrite && (
          <Button size="sm" onClick={() => void writing.takeBack()}>
            Take back
          </Button>
        )}
        {allowed.return && may === 'yes' && (
          <Button size="sm" onClick={() => void returnConclusion(conclusion, who)}>
            Return
          </Button>
        )}
        {allowed.approve && (may === 'yes' || may === 'override') && (
          <Button
            size="sm"
            variant={may === 'yes' ? 'primary' : 'plain'}
            onClick={() => void approveConclusion(conclusion, who)}
          >
            {may === 'yes' ? 'Approve' : 'Approve with override…'}
          </Button>
        )}
        {submits && (
          <Button size="sm" variant="primary" onClick={() => void submitConclusion(conclusion)}>
            Submit
            <span className="hidden lg:inline" aria-hidden>
              <Kbd keys="Mod+Enter" bare />
            </span>
          </Button>
        )}
      </div>
      {standing.state === 'submitted' && may !== 'yes' && (
        <p className="text-sm text-ink-faint">
          {may === 'no' ? 'An editor decides on it.' : 'You contributed, so another editor decides.'}
        </p>
      )}
    </>
  );
}
