'use client';
import { useId } from 'react';
import type { Scale } from '@/domain/scale';
import { Glyph } from '../ui/glyph';
import { Kbd } from '../ui/kbd';

type Props = {
  scale: Scale;
  /** key of the chosen verdict */
  value: string | null;
  onChange: (key: string | null) => void;
  disabled?: boolean;
  /** whether the keys of the verdicts work where this stands, and are shown */
  keyed?: boolean;
};

/** Keys that choose a verdict: 1 for the first, as far as there are digits. */
const MOST_KEYS = 9;

/** The verdicts of a scale, each with its shape, its word and its key; what the chosen one means stands below. */
export function VerdictPicker({ scale, value, onChange, disabled, keyed = true }: Props) {
  const name = useId();
  const chosen = scale.values.find(({ key }) => key === value);
  return (
    <fieldset className="flex flex-col gap-1.5" disabled={disabled}>
      <legend className="mb-1 text-sm font-semibold">Verdict</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-1">
        {scale.values.map((verdict, index) => (
          <label
            key={verdict.key}
            data-tone={verdict.colour}
            title={verdict.definition}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md border border-hairline px-2.5 text-sm transition-colors hover:bg-sunken has-checked:border-tone has-checked:bg-tone-wash has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-55"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={verdict.key === value}
              onChange={() => onChange(verdict.key)}
            />
            <span className="text-md text-tone">
              <Glyph name={verdict.glyph} />
            </span>
            <span className="min-w-0 flex-1 wrap-anywhere">{verdict.label}</span>
            {keyed && index < MOST_KEYS && (
              <span className="hidden lg:inline" aria-hidden>
                <Kbd keys={String(index + 1)} />
              </span>
            )}
          </label>
        ))}
      </div>
      <div className="flex min-h-6 items-start justify-between gap-3 text-sm text-ink-soft">
        <p>{chosen?.definition ?? 'No verdict yet.'}</p>
        {chosen && !disabled && (
          <button type="button" className="min-h-6 shrink-0 text-ink-soft underline" onClick={() => onChange(null)}>
            No verdict
          </button>
        )}
      </div>
    </fieldset>
  );
}
