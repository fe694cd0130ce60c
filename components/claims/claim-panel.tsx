'use client';
import { type ReactNode, type Ref, Suspense, useRef, useState } from 'react';
import type { Quote } from '@/domain/anchor';
import type { ClaimPatch } from '@/domain/contract/claims';
import { verdictOf } from '@/domain/scale';
import { ErasedClaim } from '../erasing/erased-claim';
import { PeopleHere } from '../live/people-here';
import { RelativeTime } from '../ui/relative-time';
import { StateMark } from '../ui/state-mark';
import { ClaimActions, type ClaimDeeds } from './claim-actions';
import { ClaimDetails } from './claim-details';
import type { Numbered } from './claim-order';
import { ClaimQuotes } from './claim-quotes';
import { ClaimStanding } from './claim-standing';
import { EvidenceList } from './evidence-list';
import { LinkedClaims } from './linked-claims';
import { PanelFrame, PanelTitle } from './panel-frame';
import { ClaimDiscussion, ClaimStandards, claimRecord } from './parts';
import { TwoVerdicts } from './second/two-verdicts';
import { nameOf, useChecking } from './under-check';
import { useColleagues } from './use-presence';
import { useSeen } from './use-seen';
import { useSteady } from './use-steady';
import { VerdictPicker } from './verdict-picker';
import { RationalePart, StatementField } from './written-fields';

export type PanelProps = {
  numbered: Numbered;
  /** how many claims there are to go through */
  total: number;
  deeds: ClaimDeeds;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
  addingEvidence: boolean;
  onAddEvidence: (open: boolean) => void;
  /** puts the focus where the claim is written */
  onEdit: () => void;
  ref?: Ref<HTMLElement>;
};

/** Everything about one claim, to read and to change. What is typed saves by itself. */
export function ClaimPanel({
  numbered,
  total,
  deeds,
  onClose,
  onStep,
  addingEvidence,
  onAddEvidence,
  onEdit,
  ref,
}: PanelProps) {
  const checking = useChecking();
  const { workspace, article } = checking;
  const { key, claim } = numbered.entry;
  const colleagues = useColleagues();
  const scrolled = useRef<HTMLDivElement>(null);
  useSteady(scrolled);
  useSeen(claim);
  const [talkOn, setTalkOn] = useState<string | null>(null);
  const disabled = claim.state === 'dropped';
  const edit = (fields: ClaimPatch, typing = false) => workspace.edit(key, fields, typing);
  const quoted = ({ start, end, exact }: Quote) => ({ start, end, exact });
  if (claim.erased) {
    const { erased } = claim;
    return (
      <ErasedClaim panel={key} erased={erased} names={checking.names} onStep={onStep} onClose={onClose} ref={ref}>
        <Record numbered={numbered} />
      </ErasedClaim>
    );
  }
  return (
    <PanelFrame
      ref={ref}
      panel={key}
      tone={verdictOf(article.scale, claim.verdict)?.colour}
      title={
        <>
          {disabled ? 'Dropped claim' : <PanelTitle total={total}>Claim {numbered.number}</PanelTitle>}
          <StateMark state={claim.state} />
        </>
      }
      beside={<PeopleHere present={colleagues.at(claim.id)} where="Also in this claim" most={2} />}
      onStep={onStep}
      onClose={onClose}
      onBlur={() => workspace.outbox.flush()}
    >
      <div
        ref={scrolled}
        data-scrolls
        className="flex [overflow-anchor:none] min-h-0 flex-1 flex-col gap-4 overflow-y-auto overscroll-contain px-4 py-3"
      >
        <ClaimStanding
          numbered={numbered}
          ways={{ newWords: deeds.takeNewWords, edit: onEdit, drop: deeds.drop, keep: deeds.keepAsItStood }}
        />
        <TwoVerdicts claim={claim} />
        <ClaimQuotes claim={claim} disabled={disabled} onChange={(spans) => edit({ alsoAt: spans.map(quoted) })} />
        <StatementField entry={numbered.entry} disabled={disabled} />
        <div data-field="verdict">
          <VerdictPicker
            scale={article.scale}
            value={claim.verdict}
            disabled={disabled}
            onChange={(verdict) => edit({ verdict })}
          />
        </div>
        <div data-field="evidence">
          <EvidenceList
            evidence={claim.evidence}
            name={nameOf(checking, claim)}
            disabled={disabled}
            formOpen={addingEvidence}
            onFormOpen={onAddEvidence}
            onAdd={(given, known) => workspace.addEvidence(key, given, known)}
            onEdit={(seen, patch, known) => workspace.editEvidence(key, seen, patch, known)}
            onSourceChanged={() => void workspace.refresh()}
            onRemove={(id) => workspace.removeEvidence(key, id)}
            onDiscuss={setTalkOn}
          />
        </div>
        <RationalePart entry={numbered.entry} disabled={disabled} />
        <Suspense>
          <ClaimStandards claim={claim} disabled={disabled} />
        </Suspense>
        <ClaimDetails entry={numbered.entry} edit={edit} disabled={disabled} />
        <LinkedClaims claim={claim} />
        <Suspense>
          <ClaimDiscussion claim={claim} evidenceId={talkOn} onEvidence={setTalkOn} />
        </Suspense>
        <Record numbered={numbered} />
      </div>
      <ClaimActions numbered={numbered} deeds={deeds} />
    </PanelFrame>
  );
}

/** Who worked on the claim, and everything that was done to it, asked for only when it is opened. */
function Record({ numbered }: { numbered: Numbered }): ReactNode {
  const { names, article, workspace, me } = useChecking();
  const [open, setOpen] = useState(false);
  const { claim } = numbered.entry;
  const known = workspace.outbox.state().known.get(claim.id);
  const contributors = claim.contributors.map((id) => names[id] ?? 'Somebody').join(', ');
  return (
    <details
      className="border-t pt-2"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onPointerEnter={claimRecord.fetch}
      onFocus={claimRecord.fetch}
    >
      <summary className="min-h-7 text-sm font-semibold">History</summary>
      <p className="py-1 text-sm text-ink-soft">
        Contributors: {contributors}. Made <RelativeTime at={claim.createdAt} />.
      </p>
      {open && known && (
        <Suspense>
          <claimRecord.Part
            revised={article.revision.number > 1}
            articleId={article.id}
            claimId={claim.id}
            me={me.id}
            names={names}
            scale={article.scale}
            claim={known}
            onRestore={claim.state === 'dropped' ? undefined : (patch) => workspace.edit(numbered.entry.key, patch)}
            version={known.updatedAt}
          />
        </Suspense>
      )}
    </details>
  );
}
