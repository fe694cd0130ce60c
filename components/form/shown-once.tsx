import type { ReactNode } from 'react';
import { CopyButton } from '../ui/copy-button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { TextInput } from '../ui/text-input';

type Props = { label: string; secret: string; children: ReactNode };

/** A secret that exists in this place and at this moment only, ready to be copied. */
export const ShownOnce = ({ label, secret, children }: Props) => (
  <Notice kind="ok" title={label} live>
    <div className="flex flex-col gap-3">
      <p>{children}</p>
      <div className="flex items-center gap-2">
        <Field label={label} hideLabel className="min-w-0 flex-1">
          <TextInput
            readOnly
            value={secret}
            className="font-mono text-sm"
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
        <CopyButton text={secret} />
      </div>
    </div>
  </Notice>
);
