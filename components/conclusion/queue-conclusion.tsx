'use client';
import type { Ref } from 'react';
import { useChecking } from '../claims/under-check';
import { ConclusionStanding } from './conclusion-standing';
import { ConclusionWords } from './conclusion-words';
import type { ConclusionAtHand } from './use-conclusion';

type Props = { conclusion: ConclusionAtHand; ref: Ref<HTMLHeadingElement> };

/** A waiting conclusion as an editor judges it, after the claims that it sums up. */
export function QueueConclusion({ conclusion: { standing }, ref }: Props) {
  const { names } = useChecking();
  const by = standing.contributors.map((id) => names[id] ?? 'Somebody').join(', ');
  return (
    <article className="flex max-w-[calc(31*var(--text-read))] flex-col gap-6">
      <h2 ref={ref} tabIndex={-1} className="font-serif text-xl leading-tight font-semibold outline-none">
        The conclusion
      </h2>
      <ConclusionWords text={standing.text} />
      <ConclusionStanding standing={standing} names={names} />
      <p className="text-sm text-ink-faint wrap-anywhere">Worked on by {by}.</p>
    </article>
  );
}
