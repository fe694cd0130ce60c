import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Role } from '@/domain/person';

const places = [
  { href: '/settings', label: 'You', for: ['reviewer', 'editor', 'admin'] },
  { href: '/people', label: 'People', for: ['reviewer', 'editor', 'admin'] },
  { href: '/settings/scales', label: 'Scales', for: ['reviewer', 'editor', 'admin'] },
  { href: '/settings/standards', label: 'Standards', for: ['reviewer', 'editor', 'admin'] },
  { href: '/settings/desk', label: 'Desk', for: ['admin'] },
  { href: '/settings/webhooks', label: 'Webhooks', for: ['admin'] },
] as const satisfies { href: string; label: string; for: readonly Role[] }[];

type Props = {
  title: string;
  here: (typeof places)[number]['href'];
  role: Role;
  /** what one does here, to the right of the heading */
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of the settings: where one is, and the ways to the others. */
export const SettingsPage = ({ title, here, role, actions, children }: Props) => (
  <div className="mx-auto flex max-w-4xl flex-col px-4 py-8 sm:px-6">
    <nav aria-label="Settings" className="mb-8 flex gap-5 overflow-x-auto border-b pt-1">
      {places
        .filter((place) => place.for.some((each) => each === role))
        .map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={href === here ? 'page' : undefined}
            className="-mb-px flex min-h-9 items-center border-b-2 border-transparent whitespace-nowrap text-ink-soft no-underline hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        ))}
    </nav>
    <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
      <h1 className="font-serif text-xl leading-tight font-semibold">{title}</h1>
      {actions}
    </div>
    {children}
  </div>
);
