'use client';
import type { ComponentProps } from 'react';
import { TextField } from './text-field';

type Props = Omit<ComponentProps<typeof TextField>, 'label' | 'type'>;

/** The address by which somebody signs in. */
export const EmailField = (props: Props) => (
  <TextField
    label="E-mail address"
    type="email"
    autoComplete="username"
    autoCapitalize="off"
    spellCheck={false}
    {...props}
  />
);
