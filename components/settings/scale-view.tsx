import { Plus } from 'lucide-react';
import type { Scale, VerdictValue } from '@/domain/scale';
import { LinkButton } from '../ui/button';
import { VerdictMark } from '../ui/verdict-mark';

const traits = ({ needsEvidence, adverse, reviewable }: VerdictValue): string =>
  [
    needsEvidence ? 'needs evidence' : 'needs no evidence',
    adverse && 'adverse to the claimant',
    reviewable === false && 'makes no ClaimReview',
  ]
    .filter(Boolean)
    .join(' · ');

const Value = ({ value }: { value: VerdictValue }) => (
  <li className="grid gap-x-6 gap-y-1 border-b py-2.5 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)]">
    <div>
      <VerdictMark verdict={value} />
    </div>
    <div className="min-w-0">
      <p className="wrap-anywhere">{value.definition}</p>
      <p className="text-sm text-ink-faint">{traits(value)}</p>
    </div>
  </li>
);

/** A scale with its verdicts as they are drawn everywhere: in order from worst to best, then those outside the order. */
export function ScaleView({ scale, administers }: { scale: Scale; administers: boolean }) {
  const inOrder = scale.values.filter(({ rating }) => rating !== undefined);
  const others = scale.values.filter(({ rating }) => rating === undefined);
  return (
    <section aria-labelledby={`scale-${scale.id}`} className="flex flex-col gap-3 border-t py-8">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id={`scale-${scale.id}`} className="font-serif text-lg leading-tight font-semibold wrap-anywhere">
          {scale.name}{' '}
          <span className="ml-1 font-sans text-sm font-normal text-ink-faint">version {scale.version}</span>
        </h2>
        {administers && (
          <LinkButton size="sm" icon={<Plus aria-hidden />} href={`/settings/scales/new?from=${scale.id}`}>
            New version<span className="sr-only"> of {scale.name}</span>
          </LinkButton>
        )}
      </div>
      {inOrder.length > 0 && (
        <>
          <h3 className="text-sm text-ink-soft">From worst to best</h3>
          <ol className="flex flex-col border-t">
            {inOrder.map((value) => (
              <Value key={value.key} value={value} />
            ))}
          </ol>
        </>
      )}
      {others.length > 0 && (
        <>
          {inOrder.length > 0 && <h3 className="text-sm text-ink-soft">Apart from the order</h3>}
          <ul className="flex flex-col border-t">
            {others.map((value) => (
              <Value key={value.key} value={value} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
