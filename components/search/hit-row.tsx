import Link from 'next/link';
import type { Hit } from '@/domain/search/hit';
import { claimStates } from '@/domain/workflow';
import { RelativeTime } from '../ui/relative-time';
import { StateMark } from '../ui/state-mark';
import { VerdictMark } from '../ui/verdict-mark';
import { hrefOfHit, typeWord } from './hit-words';
import { MarkedText } from './marked-text';

/** One thing that was found: what it is, where the words stand in it, and where it belongs. */
export function HitRow({ hit }: { hit: Hit }) {
  const { type, label, snippet, detail, verdict, state, at } = hit;
  const claimState = claimStates.find((each) => each === state);
  return (
    <li className="flex flex-col gap-1 border-b py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-faint">
        <span className="font-semibold text-ink-soft">{typeWord[type]}</span>
        {type === 'claim' && <VerdictMark verdict={verdict} />}
        {claimState && <StateMark state={claimState} />}
        <RelativeTime at={at} className="whitespace-nowrap" />
      </p>
      <h2 className="line-clamp-3 font-serif text-md leading-tight font-semibold wrap-anywhere" dir="auto">
        <Link href={hrefOfHit(hit)} data-hit className="text-ink no-underline hover:underline">
          <MarkedText {...label} />
        </Link>
      </h2>
      {snippet && (
        <p className="line-clamp-3 max-w-3xl text-ink-soft wrap-anywhere" dir="auto">
          <MarkedText {...snippet} />
        </p>
      )}
      {detail && (
        <p className="truncate text-sm text-ink-faint" dir="auto">
          {detail}
        </p>
      )}
    </li>
  );
}
