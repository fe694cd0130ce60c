'use client';
import { settledWords } from '../revisions/wording';
import { Button } from '../ui/button';
import { RelativeTime } from '../ui/relative-time';
import type { Numbered } from './claim-order';
import { settleAgain } from './settling';
import { useChecking } from './under-check';

/** How a claim was settled, by whom and when, with the way back as long as there is one. */
export function SettledNotice({ numbered, undo = true }: { numbered: Numbered; undo?: boolean }) {
  const checking = useChecking();
  const { settlement, unsettled, kept, state } = numbered.entry.claim;
  if (!settlement || unsettled || state === 'dropped') return null;
  const who = checking.names[settlement.by] ?? 'somebody';
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm text-ink-soft">
      <p className="min-w-0 wrap-anywhere">
        {settledWords[settlement.way]} {who}, <RelativeTime at={settlement.at} />.
        {kept && ` Its words are no longer in the article since revision ${kept.revision}, and editions say so.`}
      </p>
      {undo && (
        <Button size="sm" onClick={() => settleAgain(checking, numbered)}>
          Settle it again
        </Button>
      )}
    </div>
  );
}
