'use client';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { useField } from './field';

/** The look every box one types into shares. */
export const inputLook =
  'w-full rounded-md border border-rule bg-raised px-2.5 py-1.5 text-base text-ink transition-colors hover:border-ink-soft aria-invalid:border-danger [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-ink-faint';

/** One line of text; inside a `Field` it is named and described by it. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...useField()} className={classes(inputLook, 'min-h-9', className)} {...rest} />;
}
