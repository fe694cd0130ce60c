import type { Claim } from '@/domain/claim';
import { contentOf } from '@/domain/content';
import type { Scale } from '@/domain/scale';
import { DiffText } from '../ui/diff-text';
import { partsChanged } from './wording';

type Props = { approved: NonNullable<Claim['approved']>; claim: Claim; scale: Scale };

/** Just what differs from the state that was last approved, word by word. */
export function ApprovalDifference({ approved, claim, scale }: Props) {
  const changed = partsChanged(approved.content, contentOf(claim, scale), scale);
  if (changed.length === 0) return null;
  return (
    <section aria-label="Changed since the approval" className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">Changed since it was approved</h3>
      <dl className="flex flex-col gap-2 border-l-2 border-warn pl-3">
        {changed.map(({ name, before, after }) => (
          <div key={name}>
            <dt className="text-sm text-ink-faint">{name}</dt>
            <dd className="whitespace-pre-wrap wrap-anywhere" dir="auto">
              <DiffText before={before} after={after} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
