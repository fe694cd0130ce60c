'use client';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { classes } from './classes';

export type Tab<T extends string = string> = { id: T; label: ReactNode; count?: number; panel: ReactNode };

type Props<T extends string> = { label: string; tabs: readonly Tab<T>[]; value?: T; onChange?: (id: T) => void };

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Panels of which one shows; arrows move between the tabs. Uncontrolled without `value`. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: Props<T>) {
  const id = useId();
  const [own, setOwn] = useState(tabs[0]?.id);
  const active = tabs.find((tab) => tab.id === (value ?? own)) ?? tabs[0];
  const choose = (next: T) => {
    setOwn(next);
    onChange?.(next);
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const next =
      tabs[
        steps[event.key]?.(
          tabs.findIndex((tab) => tab.id === active?.id),
          tabs.length - 1,
        ) ?? -1
      ];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <div className="flex flex-col">
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex gap-5 overflow-x-auto border-b px-0.5 pt-0.5"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === active?.id}
            aria-controls={`${id}-${tab.id}-panel`}
            tabIndex={tab.id === active?.id ? 0 : -1}
            onClick={() => choose(tab.id)}
            className={classes(
              '-mb-px min-h-9 border-b-2 border-transparent text-base whitespace-nowrap text-ink-soft hover:text-ink focus-visible:-outline-offset-2',
              'aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="ml-1.5 text-sm font-normal text-ink-faint">{tab.count}</span>}
          </button>
        ))}
      </div>
      {active && (
        <div role="tabpanel" id={`${id}-${active.id}-panel`} aria-labelledby={`${id}-${active.id}`} className="pt-4">
          {active.panel}
        </div>
      )}
    </div>
  );
}
