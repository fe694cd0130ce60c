'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Field } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { TextInput } from '../ui/text-input';

type Props = {
  label?: string;
  /** whether a password manager should offer the one it knows, or make one */
  kind: 'current' | 'new';
  name?: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

/** A password, which its owner may look at while typing. */
export function PasswordField({ label = 'Password', kind, name = 'password', error, value, onChange }: Props) {
  const [shown, setShown] = useState(false);
  const hint =
    kind === 'new' ? 'At least 12 characters. A few words in a row are easy to keep and hard to guess.' : undefined;
  return (
    <Field label={label} hint={hint} error={error}>
      <div className="relative">
        <PasswordInput kind={kind} name={name} shown={shown} value={value} onChange={onChange} />
        <span className="absolute inset-y-0 right-1 flex items-center">
          <IconButton
            size="sm"
            label={shown ? 'Hide the password' : 'Show the password'}
            icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            onClick={() => setShown(!shown)}
          />
        </span>
      </div>
    </Field>
  );
}

const PasswordInput = ({
  kind,
  name,
  shown,
  value,
  onChange,
}: Pick<Props, 'kind' | 'name' | 'value' | 'onChange'> & { shown: boolean }) => (
  <TextInput
    type={shown ? 'text' : 'password'}
    name={name}
    autoComplete={`${kind}-password`}
    autoCapitalize="off"
    spellCheck={false}
    className="pr-10"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
