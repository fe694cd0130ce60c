'use client';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import type { PanelProps } from '../claim-panel';
import { PanelFrame, PanelTitle } from '../panel-frame';
import { useChecking } from '../under-check';
import { lookAt, useIsOffered } from './offered';
import { take } from './second-deeds';

type Props = Pick<PanelProps, 'numbered' | 'total' | 'onClose' | 'onStep' | 'ref'> & { children: ReactNode };

/**
 * In the place of a claim whose second verdict this person may take: who has looked at the first can take it no more, so
 * they are asked before they do. Any other claim stands here as it is.
 */
export function OfferedSecond({ numbered, total, onClose, onStep, ref, children }: Props) {
  const checking = useChecking();
  const { claim, key } = numbered.entry;
  const isOffered = useIsOffered();
  if (!isOffered(claim)) return children;
  return (
    <PanelFrame
      ref={ref}
      panel={key}
      title={<PanelTitle total={total}>Claim {numbered.number}</PanelTitle>}
      onStep={onStep}
      onClose={onClose}
    >
      <div data-scrolls className="flex flex-col gap-3 overflow-y-auto px-4 py-3">
        <p className="font-serif text-md wrap-anywhere" dir="auto">
          {claim.statement}
        </p>
        <p className="text-ink-soft">
          It was drawn for an independent second verdict, which you may give. Once you have looked at what was found,
          you may not.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => void take(checking, numbered)}>
            Take its second verdict…
          </Button>
          <Button onClick={() => lookAt(claim)}>Look at the claim</Button>
        </div>
      </div>
    </PanelFrame>
  );
}
