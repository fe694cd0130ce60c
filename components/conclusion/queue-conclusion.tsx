'use client';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useChecking } from '../claims/under-check';
import { ConclusionNews } from './conclusion-news';
import { ConclusionStanding } from './conclusion-standing';
import { ConclusionWords } from './conclusion-words';
import type { ConclusionAtHand } from './use-conclusion';

type Props = { conclusion: ConclusionAtHand; ref: Ref<HTMLHeadingElement> };

/** A waiting conclusion as an editor judges it, after the claims that it sums up. */
export function QueueConclusion({ conclusion, ref }: Props) {
  const { standing } = conclusion;
  const heading = useRef<HTMLHeadingElement>(null);
  useImperativeHandle(ref, () => heading.current!);
  const { names } = useChecking();
  const by = standing.contributors.map((id) => names[id] ?? 'Somebody').join(', ');
  return (
    <article className="flex max-w-[calc(31*var(--text-read))] flex-col gap-6">
      <h2 ref={heading} tabIndex={-1} className="font-serif text-xl leading-tight font-semibold outline-none">
        The conclusion
      </h2>
      <ConclusionNews conclusion={conclusion} onShown={() => heading.current?.focus()} />
      <ConclusionWords text={standing.text} />
      <ConclusionStanding standing={standing} names={names} />
      <p className="text-sm text-ink-faint wrap-anywhere">Worked on by {by}.</p>
    </article>
  );
}
