'use client';
import { type ReactNode, useId } from 'react';

type Props<T extends string> = {
  legend: string;
  hideLegend?: boolean;
  value: T | null;
  options: readonly { value: T; label: ReactNode; disabled?: boolean }[];
  onChange: (value: T) => void;
};

/** One of a few, all in sight, as a row of radio buttons: arrows move, the tab key passes by. */
export function Choice<T extends string>({ legend, hideLegend, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={hideLegend ? 'sr-only' : 'mb-1 text-sm font-semibold'}>{legend}</legend>
      <div className="flex flex-wrap gap-1">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md border border-hairline px-2.5 text-sm text-ink-soft transition-colors hover:bg-sunken has-checked:border-accent has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-55"
          >
            <input
              type="radio"
              name={name}
              className="accent-accent outline-none"
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
