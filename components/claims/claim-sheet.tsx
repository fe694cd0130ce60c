'use client';
import { ChevronDown, ChevronUp, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';

type Props = {
  /** the open claim */
  panel: ReactNode;
  number: number | null;
  total: number;
  onStep: (by: 1 | -1) => void;
  onClaim: () => void;
};

/** The margin of a narrow screen: the open claim from the bottom, or a bar that leads from one claim to the next. */
export function ClaimSheet({ panel, number, total, onStep, onClaim }: Props) {
  if (panel) {
    return (
      <aside aria-label="Claim" className="fixed inset-x-0 bottom-0 z-20 flex max-h-[62dvh] flex-col lg:hidden">
        {panel}
      </aside>
    );
  }
  return (
    <aside
      aria-label="Claims"
      className="fixed inset-x-0 bottom-0 z-20 flex items-center gap-1 border-t bg-paper px-3 py-1.5 lg:hidden"
    >
      <IconButton
        label="Previous claim"
        keys="k"
        icon={<ChevronUp aria-hidden />}
        disabled={total === 0}
        onClick={() => onStep(-1)}
      />
      <IconButton
        label="Next claim"
        keys="j"
        icon={<ChevronDown aria-hidden />}
        disabled={total === 0}
        onClick={() => onStep(1)}
      />
      <p className="flex-1 text-sm text-ink-soft">
        {number ? `Claim ${number} of ${total}` : total === 1 ? '1 claim' : `${total} claims`}
      </p>
      <Button size="sm" icon={<Plus aria-hidden />} onClick={onClaim}>
        Claim
      </Button>
    </aside>
  );
}
