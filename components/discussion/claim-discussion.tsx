'use client';
import { useState } from 'react';
import { isTemporary } from '@/client/outbox/change';
import type { Claim } from '@/domain/claim';
import { isOpen, type Thread } from '@/domain/discussion';
import { mayDo } from '@/domain/permission';
import { nameOf, useChecking } from '../claims/under-check';
import { Checkbox } from '../ui/checkbox';
import { Composer } from './composer';
import { ThreadView } from './thread-view';
import { useThreads } from './use-threads';

type Props = {
  claim: Claim;
  /** the piece of evidence that a new thread is to be on */
  evidenceId: string | null;
  onEvidence?: (id: string | null) => void;
};

/** What is said about a claim and its evidence. Threads that are resolved stand behind a switch. */
export function ClaimDiscussion({ claim, evidenceId, onEvidence }: Props) {
  const checking = useChecking();
  const { me } = checking;
  const threads = useThreads().filter(({ claimId }) => claimId === claim.id);
  const [all, setAll] = useState(false);
  const resolved = threads.filter((thread) => !isOpen(thread)).length;
  const shown = threads.filter((thread) => all || isOpen(thread));
  const about = claim.evidence.find(({ id }) => id === evidenceId);
  return (
    <section aria-labelledby="discussion-heading" className="flex flex-col gap-3 border-t pt-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <h3 id="discussion-heading" className="text-sm font-semibold">
          Discussion{threads.length > resolved && ` (${threads.length - resolved} open)`}
        </h3>
        {resolved > 0 && <Checkbox label={`Show resolved (${resolved})`} checked={all} onChange={setAll} />}
      </div>
      {shown.map((thread) => (
        <div key={thread.id} className="border-l-2 border-rule pl-3">
          <ThreadView thread={thread} on={onWhat(thread, claim)} />
        </div>
      ))}
      {mayDo(me.role, 'annotate') &&
        (isTemporary(claim.id) ? (
          <p className="text-sm text-ink-faint">It can be discussed once the claim is saved.</p>
        ) : (
          <div className="flex flex-col gap-1" data-field="discussion">
            {about && (
              <p className="text-sm text-ink-soft">
                On evidence [{about.number}].{' '}
                <button type="button" className="min-h-6 underline" onClick={() => onEvidence?.(null)}>
                  On the claim instead
                </button>
              </p>
            )}
            <Composer
              key={about?.id ?? 'claim'}
              name={`${nameOf(checking, claim)}.discussion${about ? `.${about.id}` : ''}`}
              label={about ? `Comment on evidence ${about.number}` : 'Comment on the claim'}
              action="Comment"
              what={{ on: 'claim', claimId: claim.id, evidenceId: about?.id }}
              onSaid={() => onEvidence?.(null)}
              autoFocus={about !== undefined}
            />
          </div>
        ))}
    </section>
  );
}

function onWhat({ evidenceId, decisionId }: Thread, { evidence }: Claim): string | null {
  if (decisionId) return 'Opened by the return';
  if (!evidenceId) return null;
  const item = evidence.find(({ id }) => id === evidenceId);
  return item ? `On evidence [${item.number}], ${item.source.title}` : 'On evidence that was deleted';
}
