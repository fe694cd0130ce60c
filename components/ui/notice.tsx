import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';

const kinds = {
  info: { icon: Info, edge: 'border-accent', ink: 'text-accent' },
  ok: { icon: CircleCheck, edge: 'border-ok', ink: 'text-ok' },
  warn: { icon: TriangleAlert, edge: 'border-warn', ink: 'text-warn' },
  danger: { icon: CircleAlert, edge: 'border-danger', ink: 'text-danger' },
};

type Props = {
  kind?: keyof typeof kinds;
  title?: ReactNode;
  children?: ReactNode;
  /** what to do about it: buttons or links */
  actions?: ReactNode;
  /** read out at once when it appears */
  live?: boolean;
};

/** Something the person must know here and now: what happened, what was kept, what to do. */
export function Notice({ kind = 'info', title, children, actions, live = false }: Props) {
  const { icon: Icon, edge, ink } = kinds[kind];
  return (
    <div role={live ? 'alert' : undefined} className={classes('flex gap-2.5 border-l-2 py-1 pl-3', edge)}>
      <Icon className={classes('mt-0.5 size-4 shrink-0', ink)} aria-hidden />
      <div className="flex min-w-0 flex-col gap-1.5">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink-soft">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </div>
  );
}
