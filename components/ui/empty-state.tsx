import type { ReactNode } from 'react';

/** Where there is nothing yet: what this place is for, and the one next action. */
export const EmptyState = ({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) => (
  <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-12 text-center">
    <h2 className="font-serif text-lg leading-tight font-semibold">{title}</h2>
    <div className="text-ink-soft">{children}</div>
    {action && <div className="pt-2">{action}</div>}
  </div>
);
