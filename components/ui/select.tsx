'use client';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { useField } from './field';
import { inputLook } from './input-look';

export type Option<T extends string = string> = { value: T; label: string; disabled?: boolean };

type Props<T extends string> = Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
};

/** One of a list, by the browser's own control: it works by touch, by keyboard and by voice everywhere. */
export function Select<T extends string>({ value, options, onChange, className, ...rest }: Props<T>) {
  return (
    <span className={classes('relative block', className)}>
      <select
        {...useField()}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as T)}
        className={`${inputLook} min-h-9 appearance-none pr-8`}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-ink-faint"
        aria-hidden
      />
    </span>
  );
}
