import type { ReactNode } from 'react';
import type { Claim } from '@/domain/claim';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { hasNewWords, wayKeys } from './settling';

/** What each way to settle a claim does, where the claim is at hand. */
export type Ways = { newWords(): void; edit(): void; drop(): void; keep(): void };

type Props = {
  claim: Claim;
  ways: Ways;
  mayDrop: boolean;
  /** whether the keys are this claim's now */
  keyed?: boolean;
  /** a way of its own that stands after the four */
  children?: ReactNode;
};

/** The four ways of rule 4, each with its key. */
export function SettlingWays({ claim, ways, mayDrop, keyed = true, children }: Props) {
  const way = (keys: string, label: string, run: () => void, disabled = false) => (
    <Button size="sm" onClick={run} disabled={disabled} aria-keyshortcuts={keyed ? keys : undefined}>
      {label}
      {keyed && (
        <span className="max-lg:hidden" aria-hidden>
          <Kbd keys={keys} />
        </span>
      )}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {hasNewWords(claim) && way(wayKeys['new-words'], 'Same claim, new words', ways.newWords)}
      {way(wayKeys.edit, 'Edit', ways.edit)}
      {way(wayKeys.drop, 'Drop…', ways.drop, !mayDrop)}
      {way(wayKeys.keep, 'Keep as it stood', ways.keep)}
      {children}
    </div>
  );
}
