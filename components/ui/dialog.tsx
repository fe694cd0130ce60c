'use client';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { CloseButton, scrim, useFocusWay } from './dialog-parts';

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-4xl' };

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: keyof typeof widths;
  /** buttons, the main one last */
  footer?: ReactNode;
  children?: ReactNode;
};

/** A question or a form on top of the page. Esc and a press outside close it; the focus returns to where it was. */
export function Dialog({ open, onOpenChange, title, description, size = 'md', footer, children }: Props) {
  const way = useFocusWay();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          data-blocks-shortcuts
          {...way}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classes(
            'fixed top-[8dvh] outline-none left-1/2 z-50 flex max-h-[84dvh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-lg border border-hairline bg-raised shadow-float',
            widths[size],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <Radix.Title className="pt-1 font-serif text-lg leading-tight font-semibold">{title}</Radix.Title>
            <CloseButton />
          </header>
          <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-2 pb-5">
            {description && <Radix.Description className="text-ink-soft">{description}</Radix.Description>}
            {children}
          </div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
