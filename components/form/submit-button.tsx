'use client';
import type { ComponentProps } from 'react';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { useHydrated } from '../ui/use-hydrated';

/**
 * Sends the form it stands in. It cannot be pressed, nor Enter send the form, until the page's script is there: the
 * browser alone would put what was typed into the address and open the page anew.
 */
export function SubmitButton({ disabled = false, className, ...rest }: ComponentProps<typeof Button>) {
  const hydrated = useHydrated();
  return (
    <Button
      type="submit"
      disabled={disabled || !hydrated}
      className={classes(className, !hydrated && !disabled && 'disabled:cursor-auto disabled:opacity-100')}
      {...rest}
    />
  );
}
