import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { Spinner } from './spinner';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-[color-mix(in_oklab,var(--accent),var(--ink)_18%)]',
  plain: 'border-rule bg-raised text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'border-danger bg-raised text-danger hover:bg-danger-wash',
};
const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2 text-sm gap-1.5',
  md: 'min-h-9 px-3.5 text-base gap-2',
};

/** The look of a button, for whatever must be one (a link, a menu's trigger). */
export const buttonLook = (variant: ButtonVariant = 'plain', size: ButtonSize = 'md'): string =>
  classes(
    'inline-flex items-center justify-center rounded-md border font-semibold leading-tight no-underline whitespace-nowrap select-none transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&>svg]:size-4 [&>svg]:shrink-0',
    variants[variant],
    sizes[size],
  );

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

/** A button; `busy` shows that its work is under way and lets no second press through, yet keeps the focus. */
export function Button({
  variant,
  size,
  icon,
  busy = false,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ComponentProps<'button'> & Look & { busy?: boolean }) {
  return (
    <button
      type={busy ? 'button' : type}
      className={classes(buttonLook(variant, size), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export const LinkButton = ({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) => (
  <Link className={classes(buttonLook(variant, size), className)} {...rest}>
    {icon}
    {children}
  </Link>
);
