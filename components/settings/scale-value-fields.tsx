'use client';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { glyphs, tones } from '@/domain/scale';
import { TextField } from '../form/text-field';
import { Checkbox } from '../ui/checkbox';
import { Field } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { Select } from '../ui/select';
import { Textarea } from '../ui/textarea';
import { VerdictMark } from '../ui/verdict-mark';
import type { DraftValue } from './scale-draft';
import { colourNames, glyphNames } from './scale-words';

const colourOptions = tones.map((value) => ({ value, label: colourNames[value] }));
const glyphOptions = glyphs.map((value) => ({ value, label: glyphNames[value] }));

type Props = {
  value: DraftValue;
  /** its place in the form, from 1 */
  place: number;
  ordered: boolean;
  error: (field: string) => string | undefined;
  onChange: (value: DraftValue) => void;
  onMove: (by: -1 | 1) => void;
  /** absent where a scale would be left with too few */
  onRemove?: () => void;
};

/** One verdict of a scale, with the mark that it will be known by. */
export function ScaleValueFields({ value, place, ordered, error, onChange, onMove, onRemove }: Props) {
  const set = (change: Partial<DraftValue>) => onChange({ ...value, ...change });
  const name = value.label || `verdict ${place}`;
  return (
    <fieldset className="flex flex-col gap-4 border-t py-6">
      <legend className="sr-only">Verdict {place}</legend>
      <div className="flex items-center justify-between gap-2">
        <VerdictMark verdict={{ ...value, label: value.label || `Verdict ${place}` }} washed />
        <span className="flex">
          <IconButton label={`Move ${name} up`} icon={<ArrowUp aria-hidden />} size="sm" onClick={() => onMove(-1)} />
          <IconButton
            label={`Move ${name} down`}
            icon={<ArrowDown aria-hidden />}
            size="sm"
            onClick={() => onMove(1)}
          />
          {onRemove && (
            <IconButton label={`Remove ${name}`} icon={<Trash2 aria-hidden />} size="sm" onClick={onRemove} />
          )}
        </span>
      </div>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <TextField
          label="Label"
          value={value.label}
          onChange={(label) => set({ label })}
          error={error('label') ?? error('key') ?? error('rating')}
        />
        <Field label="Colour">
          <Select value={value.colour} options={colourOptions} onChange={(colour) => set({ colour })} />
        </Field>
        <Field label="Shape">
          <Select value={value.glyph} options={glyphOptions} onChange={(glyph) => set({ glyph })} />
        </Field>
      </div>
      <Field label="Definition" hint="One line that says when this is the verdict." error={error('definition')}>
        <Textarea
          rows={1}
          value={value.definition}
          onChange={(event) => set({ definition: event.currentTarget.value.replaceAll('\n', ' ') })}
        />
      </Field>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {ordered && (
          <Checkbox
            label="Part of the order"
            hint="Has a place between worst and best."
            checked={value.inOrder}
            onChange={(inOrder) => set({ inOrder })}
          />
        )}
        <Checkbox
          label="Needs evidence"
          hint="A claim is not submitted without any."
          checked={value.needsEvidence}
          onChange={(needsEvidence) => set({ needsEvidence })}
        />
        <Checkbox
          label="Adverse"
          hint="Says something bad of the claimant."
          checked={value.adverse}
          onChange={(adverse) => set({ adverse })}
        />
        <Checkbox
          label="Published as a ClaimReview"
          hint="What search engines read."
          checked={value.reviewable}
          onChange={(reviewable) => set({ reviewable })}
        />
      </div>
    </fieldset>
  );
}
