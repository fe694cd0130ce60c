import { useState } from 'react';
import { type Checked, contentOf } from '@/domain/content';
import type { ClaimPatch } from '@/domain/contract/claims';
import { restoringPatch } from '@/domain/history';
import type { Scale } from '@/domain/scale';
import { Button } from '../ui/button';
import { DifferenceList } from '../ui/difference-list';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { partsChanged } from './wording';

/** What the claim said after something was done to it, named by that. */
export type PastState = { id: string; label: string; state: Checked };

type Props = {
  /** newest first; the first is what it says now */
  states: readonly PastState[];
  scale: Scale;
  /** makes what an earlier state said the claim's again; absent where the claim cannot be edited */
  onRestore?: (patch: ClaimPatch) => void;
};

/** Any two states of a claim word by word, and the way to bring the earlier one back as a new edit. */
export function ClaimComparison({ states, scale, onRestore }: Props) {
  const [from, setFrom] = useState(states.at(-1)!.id);
  const [to, setTo] = useState(states[0]!.id);
  const options = states.map(({ id, label }) => ({ value: id, label }));
  const stateOf = (id: string): Checked => (states.find((each) => each.id === id) ?? states[0]!).state;
  const [before, after, now] = [stateOf(from), stateOf(to), states[0]!.state];
  const parts = partsChanged(contentOf(before, scale), contentOf(after, scale), scale);
  const patch = restoringPatch(now, before) as ClaimPatch;
  return (
    <section aria-label="Compare two states" className="flex flex-col gap-2 border-t pt-2">
      <div className="grid gap-2 sm:grid-cols-2">
        <Field label="From">
          <Select value={from} options={options} onChange={setFrom} />
        </Field>
        <Field label="To">
          <Select value={to} options={options} onChange={setTo} />
        </Field>
      </div>
      {parts.length > 0 ? (
        <DifferenceList parts={parts} />
      ) : (
        <p className="text-sm text-ink-soft">They say the same.</p>
      )}
      {onRestore && Object.keys(patch).length > 0 && (
        <div className="flex flex-col items-start gap-1">
          <Button size="sm" onClick={() => onRestore(patch)}>
            Make “From” the claim again
          </Button>
          <p className="text-sm text-ink-faint">
            As a new edit, which can be undone. Quote and evidence stay as they are now.
          </p>
        </div>
      )}
    </section>
  );
}
