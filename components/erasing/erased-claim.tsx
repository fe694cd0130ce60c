import type { ReactNode, Ref } from 'react';
import type { Erased } from '@/domain/erasure';
import { PanelSteps } from '../claims/panel-steps';
import { Notice } from '../ui/notice';
import { ErasedNote } from './erased-note';

type Props = {
  /** the claim's key in the workspace, by which its panel is found */
  panel: string;
  heading: string;
  erased: Erased;
  names: Readonly<Record<string, string>>;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  /** what was done to the claim */
  children: ReactNode;
  ref?: Ref<HTMLElement>;
};

/** All that is left of a claim whose words were erased, in the place of its panel. */
export const ErasedClaim = ({ panel, heading, erased, names, onStep, onClose, children, ref }: Props) => (
  <section
    ref={ref}
    tabIndex={-1}
    aria-labelledby={heading}
    data-panel={panel}
    className="flex max-h-full min-h-0 flex-col border border-rule bg-raised shadow-float max-lg:rounded-t-lg max-lg:border-x-0 max-lg:border-b-0 lg:rounded-lg"
  >
    <header className="flex items-center gap-1 border-b px-4 py-1.5">
      <h2 id={heading} className="flex-1 text-base font-semibold">
        Erased claim
      </h2>
      <PanelSteps onStep={onStep} onClose={onClose} />
    </header>
    <div data-scrolls className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto overscroll-contain px-4 py-3">
      <Notice title="Its words were erased, for good">
        <p className="wrap-anywhere">
          <ErasedNote erased={erased} names={names} />
        </p>
        <p>It was withdrawn from all editions before. Who did what to it, and when, is in its history.</p>
      </Notice>
      {children}
    </div>
  </section>
);
