import Link from 'next/link';
import { Choice } from '@/components/ui/choice';
import { StateMark } from '@/components/ui/state-mark';
import type { NextEdition } from '@/domain/contract/editions';
import { claimAddress } from './checks';

type Props = {
  claims: NextEdition['approvedBefore'];
  articleId: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
};

const options = [
  { value: 'out', label: 'Goes out as last approved' },
  { value: 'stays', label: 'Stays out' },
] as const;

/** Claims that were approved and have changed since: the editor decides for each. */
export const ApprovedBefore = ({ claims, articleId, chosen, onChange }: Props) => (
  <ul className="flex flex-col divide-y border-y">
    {claims.map(({ claimId, state, statement }) => (
      <li key={claimId} className="flex flex-col gap-2 py-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <p className="min-w-0 font-serif text-md leading-tight wrap-anywhere" dir="auto">
            {statement}
          </p>
          <StateMark state={state} />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Choice
            legend={`What becomes of “${statement}”`}
            hideLegend
            value={chosen.includes(claimId) ? 'out' : 'stays'}
            options={options}
            onChange={(value) => {
              const others = chosen.filter((id) => id !== claimId);
              onChange(value === 'out' ? [...others, claimId] : others);
            }}
          />
          <Link href={claimAddress(articleId, claimId)} className="py-1 text-sm">
            See what changed
          </Link>
        </div>
      </li>
    ))}
  </ul>
);
