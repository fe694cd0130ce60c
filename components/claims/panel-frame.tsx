import { type ReactNode, type Ref, useId } from 'react';
import { PanelSteps } from './panel-steps';

type Props = {
  /** the claim's key in the workspace, by which its panel is found */
  panel: string;
  /** the colour of the claim's verdict; none where it has none, or none to be shown */
  tone?: string;
  /** what the panel is called */
  title: ReactNode;
  /** what stands beside the title */
  beside?: ReactNode;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  /** the focus leaves something within */
  onBlur?: () => void;
  ref?: Ref<HTMLElement>;
  /** what scrolls, and what stays below it */
  children: ReactNode;
};

/** The frame of what is open in the place of a claim: its title, the ways on from it, and whatever it holds. */
export function PanelFrame({ panel, tone = 'none', title, beside, onStep, onClose, onBlur, ref, children }: Props) {
  const heading = useId();
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={heading}
      data-panel={panel}
      data-tone={tone}
      onBlur={onBlur}
      className="flex max-h-full min-h-0 flex-col border border-rule bg-raised shadow-float max-lg:rounded-t-lg max-lg:border-x-0 max-lg:border-b-0 lg:rounded-lg"
    >
      <header className="flex items-center gap-1 border-b px-4 py-1.5">
        <h2 id={heading} className="flex flex-1 flex-wrap items-center gap-x-3 text-base font-semibold">
          {title}
        </h2>
        {beside}
        <PanelSteps onStep={onStep} onClose={onClose} />
      </header>
      {children}
    </section>
  );
}

/** "Claim 3 of 12". */
export const PanelTitle = ({ children, total }: { children: ReactNode; total: number }) => (
  <span>
    {children}
    <span className="font-normal text-ink-faint"> of {total}</span>
  </span>
);
