'use client';
import { asLocal, fromLocal } from './due-words';
import { Field } from './field';
import { TextInput } from './text-input';

type Props = { value: string | null; disabled?: boolean; onChange: (due: string | null) => void };

/** When something is to be done, in the person's own zone. */
export const DueField = ({ value, disabled, onChange }: Props) => (
  <Field label="Due" optional>
    <TextInput
      type="datetime-local"
      className="max-w-60"
      disabled={disabled}
      value={asLocal(value)}
      onChange={(event) => onChange(fromLocal(event.currentTarget.value))}
    />
  </Field>
);
