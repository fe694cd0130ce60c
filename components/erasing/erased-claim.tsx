import type { ReactNode, Ref } from 'react';
import type { Erased } from '@/domain/erasure';
import { PanelFrame } from '../claims/panel-frame';
import { Notice } from '../ui/notice';
import { ErasedNote } from './erased-note';

type Props = {
  /** the claim's key in the workspace, by which its panel is found */
  panel: string;
  erased: Erased;
  names: Readonly<Record<string, string>>;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  /** what was done to the claim */
  children: ReactNode;
  ref?: Ref<HTMLElement>;
};

/** All that is left of a claim whose words were erased, in the place of its panel. */
export const ErasedClaim = ({ panel, erased, names, onStep, onClose, children, ref }: Props) => (
  <PanelFrame ref={ref} panel={panel} title="Erased claim" onStep={onStep} onClose={onClose}>
    <div data-scrolls className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto overscroll-contain px-4 py-3">
      <Notice title="Its words were erased, for good">
        <p className="wrap-anywhere">
          <ErasedNote erased={erased} names={names} />
        </p>
        <p>It was withdrawn from all editions before. Who did what to it, and when, is in its history.</p>
      </Notice>
      {children}
    </div>
  </PanelFrame>
);
