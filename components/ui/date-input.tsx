'use client';
import type { ComponentProps } from 'react';
import { TextInput } from './text-input';

/** A day, as `yyyy-mm-dd`, by the browser's own picker. */
export const DateInput = (props: Omit<ComponentProps<'input'>, 'type'>) => (
  <TextInput {...props} type="date" className={`max-w-44 ${props.className ?? ''}`} />
);
