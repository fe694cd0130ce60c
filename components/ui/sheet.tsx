'use client';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { CloseButton, scrim, useFocusWay } from './dialog-parts';

const sides = {
  bottom: 'inset-x-0 bottom-0 max-h-[75dvh] rounded-t-lg border-t',
  right: 'inset-y-0 right-0 w-[min(26rem,100vw)] border-l',
};

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: keyof typeof sides;
  /** false lets the page beneath be read, scrolled and pressed, and its shortcuts go on working */
  modal?: boolean;
  children: ReactNode;
};

/** A panel from an edge of the screen: the margin, where there is no room for one. */
export function Sheet({ open, onOpenChange, title, side = 'bottom', modal = true, children }: Props) {
  const way = useFocusWay();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <Radix.Portal>
        {modal && <Radix.Overlay className={scrim} />}
        <Radix.Content
          data-blocks-shortcuts={modal || undefined}
          aria-describedby={undefined}
          {...way}
          onInteractOutside={modal ? undefined : (event) => event.preventDefault()}
          className={classes(
            'fixed z-50 flex outline-none flex-col border-hairline bg-raised shadow-float',
            sides[side],
          )}
        >
          <header className="flex items-center justify-between gap-4 border-b px-4 py-2">
            <Radix.Title className="font-semibold">{title}</Radix.Title>
            <CloseButton />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
