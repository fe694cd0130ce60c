import { type ReactNode, useId } from 'react';

/** One matter of the settings: its heading, what it means, and its controls beside that on a wide screen. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-10 gap-y-4 border-t py-8 md:grid-cols-[14rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-1.5">
        <h2 id={id} className="font-serif text-lg leading-tight font-semibold">
          {title}
        </h2>
        {lead && <div className="text-sm text-ink-soft">{lead}</div>}
      </div>
      <div className="flex min-w-0 max-w-xl flex-col gap-4">{children}</div>
    </section>
  );
}
