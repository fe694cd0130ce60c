'use client';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { useField } from './field';
import { inputLook } from './input-look';

/** One line of text; inside a `Field` it is named and described by it. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...useField()} className={classes(inputLook, 'min-h-9', className)} {...rest} />;
}
