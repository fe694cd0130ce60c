import type { ReactNode } from 'react';

/** The heading of a page at the door, and what it is for in a sentence. */
export const DoorHeading = ({ children, lead }: { children: ReactNode; lead?: ReactNode }) => (
  <div className="flex flex-col gap-2">
    <h1 className="font-serif text-xl leading-tight font-semibold wrap-anywhere">{children}</h1>
    {lead && <p className="text-ink-soft wrap-anywhere">{lead}</p>}
  </div>
);
