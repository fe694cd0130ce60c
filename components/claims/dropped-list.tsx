'use client';
import type { ReactNode } from 'react';
import type { Scale } from '@/domain/scale';
import { ClaimCard } from './claim-card';
import type { Numbered } from './claim-order';

type Props = {
  dropped: readonly Numbered[];
  scale: Scale;
  activeKey: string | null;
  /** the open claim, in place of its card, where there is room for it */
  panel: ReactNode;
  onOpen: (key: string) => void;
};

/** The claims that were dropped, closed until somebody looks for one. */
export function DroppedList({ dropped, scale, activeKey, panel, onOpen }: Props) {
  if (dropped.length === 0) return null;
  const isOpen = dropped.some(({ key }) => key === activeKey);
  return (
    <details className="border-t pt-3" open={isOpen || undefined}>
      <summary className="min-h-7 text-sm text-ink-soft">
        {dropped.length === 1 ? '1 dropped claim' : `${dropped.length} dropped claims`}
      </summary>
      <ul>
        {dropped.map((numbered) => (
          <li key={numbered.key} data-key={numbered.key}>
            {(numbered.key === activeKey && panel) || <ClaimCard numbered={numbered} scale={scale} onOpen={onOpen} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
