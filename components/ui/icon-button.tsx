import type { ComponentProps, ReactNode } from 'react';
import { type ButtonVariant, buttonLook } from './button';
import { classes } from './classes';
import { ariaKeys } from './keys';
import { Tooltip } from './tooltip';

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** its name, also shown in the tooltip */
  label: string;
  icon: ReactNode;
  keys?: string;
  variant?: ButtonVariant;
  size?: 'sm' | 'md';
};

/** A button that is only a picture: always named, its name and key shown on hover and focus. 28 or 36 px square. */
export function IconButton({ label, icon, keys, variant = 'quiet', size = 'md', className, ...rest }: Props) {
  return (
    <Tooltip content={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={keys && ariaKeys(keys)}
        className={classes(buttonLook(variant, size), size === 'md' ? 'size-9 px-0' : 'size-7 px-0', className)}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
