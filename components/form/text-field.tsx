'use client';
import type { ComponentProps, ReactNode } from 'react';
import { Field } from '../ui/field';
import { TextInput } from '../ui/text-input';

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

/** A labelled line of text with what is wrong with it. */
export const TextField = ({ label, hint, optional, error, onChange, ...rest }: Props) => (
  <Field label={label} hint={hint} optional={optional} error={error}>
    <TextInput {...rest} onChange={(event) => onChange(event.currentTarget.value)} />
  </Field>
);
