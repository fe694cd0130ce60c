'use client';
import { useRef } from 'react';
import { SubmitButton } from '../form/submit-button';
import { Field } from '../ui/field';
import { Progress } from '../ui/progress';
import { TextInput } from '../ui/text-input';
import type { Recognised } from './draft';
import type { Trouble } from './trouble';
import { useAddress } from './use-address';

type Props = {
  person: string;
  /** why nothing could be read from the address */
  error?: string;
  /** reading begins: whatever else is being read is not wanted any more */
  onRead: () => void;
  onTrouble: (trouble: Trouble | null) => void;
  onFound: (found: Recognised) => void;
};

/** Brings an article in from the web: its address, and what becomes of it. */
export function AddressForm({ person, error, onRead, onTrouble, onFound }: Props) {
  const { address, change, site, read, cancel } = useAddress(person, onTrouble, onFound);
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      noValidate
      className="flex flex-col gap-2 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (site !== null) return;
        onRead();
        read();
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
            value={address}
            onChange={(event) => change(event.currentTarget.value)}
          />
          <SubmitButton busy={site !== null}>Read the page</SubmitButton>
        </div>
      </Field>
      {site !== null && (
        <Progress
          label={`Reading from ${site}; at most 15 seconds`}
          onCancel={() => {
            cancel();
            input.current?.focus(); // the button that was pressed is gone
          }}
        />
      )}
    </form>
  );
}
