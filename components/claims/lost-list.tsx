'use client';
import type { ReactNode } from 'react';
import type { Scale } from '@/domain/scale';
import { ClaimCard } from './claim-card';
import type { Numbered } from './claim-order';

type Props = {
  lost: readonly Numbered[];
  scale: Scale;
  activeKey: string | null;
  /** the open claim, in place of its card, where there is room for it */
  panel: ReactNode;
  onOpen: (key: string) => void;
};

/** The claims whose words are not in the article any more, in a list of their own: never dropped silently. */
export function LostList({ lost, scale, activeKey, panel, onOpen }: Props) {
  if (lost.length === 0) return null;
  return (
    <section aria-labelledby="lost-claims" className="flex flex-col gap-1.5 border-t pt-3 pb-4">
      <h2 id="lost-claims" className="text-sm text-ink-soft">
        <span className="font-semibold text-ink">No longer in the article</span> ({lost.length})
      </h2>
      <ul className="flex flex-col gap-1.5">
        {lost.map((numbered) => (
          <li key={numbered.key} data-key={numbered.key}>
            {(numbered.key === activeKey && panel) || <ClaimCard numbered={numbered} scale={scale} onOpen={onOpen} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
