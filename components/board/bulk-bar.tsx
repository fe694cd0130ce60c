'use client';
import type { ClaimBrief } from '@/domain/contract/board';
import { transitions } from '@/domain/workflow';
import { Button } from '../ui/button';
import type { Deeds } from './use-deeds';

type Props = { chosen: readonly ClaimBrief[]; deeds: Deeds; busy: boolean; onClear: () => void };

/** What can be done to all that is selected. Approving is none of it: each verdict is judged by itself. */
export function BulkBar({ chosen, deeds, busy, onClear }: Props) {
  const some = (event: 'submit' | 'drop' | 'restore') => chosen.some(({ state }) => transitions[state][event]);
  return (
    <section
      aria-label="Selected claims"
      data-foot
      className="fixed inset-x-0 bottom-0 z-20 flex flex-wrap items-center gap-2 border-t bg-raised px-4 py-2.5 shadow-float sm:px-6"
    >
      <p className="mr-auto text-base" aria-live="polite">
        <b className="font-semibold">{chosen.length}</b> selected
      </p>
      <Button size="sm" busy={busy} onClick={() => deeds.assign(chosen)}>
        Assign…
      </Button>
      <Button size="sm" busy={busy} onClick={() => deeds.setDue(chosen)}>
        Due…
      </Button>
      {some('submit') && (
        <Button size="sm" busy={busy} onClick={() => deeds.submit(chosen)}>
          Submit
        </Button>
      )}
      {some('restore') && (
        <Button size="sm" busy={busy} onClick={() => deeds.restore(chosen)}>
          Restore
        </Button>
      )}
      {some('drop') && (
        <Button size="sm" variant="danger" busy={busy} onClick={() => deeds.drop(chosen)}>
          Drop…
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
