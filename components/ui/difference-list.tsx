import { DiffText } from './diff-text';

/** A named part before and after, in words. */
export type Difference = { name: string; before: string; after: string };

/** Parts that differ, each word by word. */
export const DifferenceList = ({ parts }: { parts: readonly Difference[] }) => (
  <dl className="flex flex-col gap-2 border-l-2 border-warn pl-3">
    {parts.map(({ name, before, after }) => (
      <div key={name}>
        <dt className="text-sm text-ink-faint">{name}</dt>
        <dd className="whitespace-pre-wrap wrap-anywhere" dir="auto">
          <DiffText before={before} after={after} />
        </dd>
      </div>
    ))}
  </dl>
);
