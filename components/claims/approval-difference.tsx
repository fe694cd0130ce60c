import type { Claim } from '@/domain/claim';
import { contentOf } from '@/domain/content';
import type { Scale } from '@/domain/scale';
import { DifferenceList } from '../ui/difference-list';
import { partsChanged } from './wording';

type Props = { approved: NonNullable<Claim['approved']>; claim: Claim; scale: Scale };

/** Just what differs from the state that was last approved, word by word. */
export function ApprovalDifference({ approved, claim, scale }: Props) {
  const changed = partsChanged(approved.content, contentOf(claim, scale), scale);
  if (changed.length === 0) return null;
  return (
    <section aria-label="Changed since the approval" className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">Changed since it was approved</h3>
      <DifferenceList parts={changed} />
    </section>
  );
}
