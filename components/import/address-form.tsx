'use client';
import { useRef } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Progress } from '../ui/progress';
import { TextInput } from '../ui/text-input';

type Props = {
  value: string;
  /** why nothing could be read from there */
  error?: string;
  /** the site that is being read from; null while none is */
  reading: string | null;
  /** whether something else is being read */
  busy: boolean;
  onChange: (address: string) => void;
  onRead: () => void;
  onCancel: () => void;
};

/** Brings an article in from the web: its address, and what becomes of it. */
export function AddressForm({ value, error, reading, busy, onChange, onRead, onCancel }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const cancel = () => {
    onCancel();
    input.current?.focus(); // the button that was pressed is gone
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-2 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onRead();
      }}
    >
      <Field label="Or from a web address" error={error}>
        <div className="flex flex-wrap gap-3">
          <TextInput
            ref={input}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            className="min-w-0 flex-1 basis-72"
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <Button type="submit" busy={busy}>
            Read the page
          </Button>
        </div>
      </Field>
      {reading !== null && <Progress label={`Reading from ${reading}; at most 15 seconds`} onCancel={cancel} />}
    </form>
  );
}
