'use client';
import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  trigger: ReactElement;
  /** its accessible name */
  label: string;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A small panel beside the control that opens it. */
export const Popover = ({ trigger, label, align = 'start', open, onOpenChange, children }: Props) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        data-blocks-shortcuts
        aria-label={label}
        align={align}
        sideOffset={6}
        collisionPadding={8}
        className="z-50 w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-hairline bg-raised p-4 shadow-float"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
