import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** what happened */
  happened: ReactNode;
  /** what was kept */
  kept?: ReactNode;
  /** what to do: buttons or links */
  actions: ReactNode;
};

/** A page that could not be shown: what happened, what was kept, what to do. */
export const Failure = ({ title, happened, kept, actions }: Props) => (
  <div className="mx-auto flex max-w-lg flex-col gap-4 px-4 pt-[14dvh] pb-16">
    <h1 className="font-serif text-xl leading-tight font-semibold">{title}</h1>
    <p className="text-md text-ink-soft">{happened}</p>
    {kept && <p className="text-md text-ink-soft">{kept}</p>}
    <div className="flex flex-wrap gap-2 pt-2">{actions}</div>
  </div>
);
