'use client';
import { createContext, type ReactNode, useContext, useId } from 'react';

type Wiring = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true };
const FieldContext = createContext<Wiring>({});

/** What an input inside a `Field` must carry to be named, described and marked wrong. */
export const useField = (): Wiring => useContext(FieldContext);

type Props = {
  label: ReactNode;
  /** stands to the right of the label: a counter, a state */
  aside?: ReactNode;
  hint?: ReactNode;
  /** what is wrong and what to do; read out when it appears */
  error?: ReactNode;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** One labelled input with its hint and its error, wired for screen readers. */
export function Field({ label, aside, hint, error, optional, hideLabel, className = '', children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <div className={hideLabel ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
        <label htmlFor={id} className="text-sm font-semibold text-ink">
          {label}
          {optional && <span className="font-normal text-ink-faint"> (optional)</span>}
        </label>
        {aside && <span className="text-xs text-ink-faint">{aside}</span>}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
      <FieldContext value={{ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined }}>
        {children}
      </FieldContext>
      <p id={`${id}-error`} className="text-sm text-danger empty:hidden" aria-live="polite">
        {error}
      </p>
    </div>
  );
}
