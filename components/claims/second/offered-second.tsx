'use client';
import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/button';
import type { PanelProps } from '../claim-panel';
import { PanelSteps } from '../panel-steps';
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
  const heading = useId();
  if (!isOffered(claim)) return children;
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={heading}
      data-panel={key}
      data-tone="none"
      className="flex max-h-full min-h-0 flex-col border border-rule bg-raised shadow-float max-lg:rounded-t-lg max-lg:border-x-0 max-lg:border-b-0 lg:rounded-lg"
    >
      <header className="flex items-center gap-1 border-b px-4 py-1.5">
        <h2 id={heading} className="flex-1 text-base font-semibold">
          Claim {numbered.number}
          <span className="font-normal text-ink-faint"> of {total}</span>
        </h2>
        <PanelSteps onStep={onStep} onClose={onClose} />
      </header>
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
    </section>
  );
}
