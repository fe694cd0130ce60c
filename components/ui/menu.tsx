'use client';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { classes } from './classes';
import { Kbd } from './kbd';

const row =
  'flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 text-base text-ink no-underline outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-ink-faint data-highlighted:bg-sunken forced-colors:data-highlighted:outline-2 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-faint';

type Props = { trigger: ReactElement; align?: 'start' | 'end'; onOpen?: () => void; children: ReactNode };

/** A list of actions behind a button. Its rows are MenuItem, MenuLink, MenuChoice, MenuHeading and MenuLine. */
export function Menu({ trigger, align = 'end', onOpen, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  return (
    <Radix.Root
      modal={false}
      onOpenChange={(open) => {
        if (!open) return;
        setLandmark(button.current?.closest<HTMLElement>('#bar, #main') ?? null);
        onOpen?.();
      }}
    >
      <Radix.Trigger asChild ref={button}>
        {trigger}
      </Radix.Trigger>
      {/* in the landmark it belongs to, or a screen reader that goes by landmarks would miss it */}
      <Radix.Portal container={landmark}>
        <Radix.Content
          data-blocks-shortcuts
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-lg border border-hairline bg-raised p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type Item = {
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export const MenuItem = ({ icon, keys, danger, disabled, onSelect, children }: Item) => (
  <Radix.Item className={classes(row, danger && 'text-danger')} disabled={disabled} onSelect={onSelect}>
    {icon}
    <span className="flex-1">{children}</span>
    {keys && <Kbd keys={keys} />}
  </Radix.Item>
);

export const MenuLink = ({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) => (
  <Radix.Item asChild>
    <Link href={href} className={row}>
      {icon}
      {children}
    </Link>
  </Radix.Item>
);

type Choices<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
};

/** One of a few, inside a menu; stays open, so that the effect can be seen. */
export const MenuChoice = <T extends string>({ label, value, options, onChange }: Choices<T>) => (
  <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as T)} aria-label={label}>
    {options.map((option) => (
      <Radix.RadioItem
        key={option.value}
        value={option.value}
        className={row}
        onSelect={(event) => event.preventDefault()}
      >
        <span className="size-4">
          <Radix.ItemIndicator>
            <Check className="size-4" aria-hidden />
          </Radix.ItemIndicator>
        </span>
        {option.label}
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
);

export const MenuHeading = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2.5 pt-2 pb-1 text-sm text-ink-faint">{children}</Radix.Label>
);

export const MenuLine = () => <Radix.Separator className="my-1 border-t" />;
