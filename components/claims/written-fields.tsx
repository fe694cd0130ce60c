'use client';
import type { Entry } from '@/client/workspace/entries';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import { EarlierChecks } from './earlier-checks';
import { HeldNote } from './held-note';
import { RationaleField } from './rationale-field';
import { useHeld } from './use-held';

type Props = { entry: Entry; disabled: boolean };
const asItIs = (words: string): string => words;

/** The claim in standalone form, as it is being written. */
export function StatementField({ entry, disabled }: Props) {
  const held = useHeld({ entry }, 'statement');
  return (
    <div data-field="statement" className="flex flex-col gap-1" {...held.around}>
      <Field label="Statement">
        <Textarea
          serif
          dir="auto"
          maxLength={2000}
          disabled={disabled}
          value={held.value}
          onChange={(event) => held.type(event.currentTarget.value)}
        />
      </Field>
      <HeldNote held={held} words={asItIs} />
      <EarlierChecks claim={entry.claim} />
    </div>
  );
}

/** Why the verdict is what it is, as it is being written. */
export function RationalePart({ entry, disabled }: Props) {
  const held = useHeld({ entry }, 'rationale');
  return (
    <div data-field="rationale" className="flex flex-col gap-1" {...held.around}>
      <h3 className="text-sm font-semibold">Rationale</h3>
      <RationaleField
        value={held.value}
        disabled={disabled}
        evidence={entry.claim.evidence.map(({ number }) => number)}
        onChange={held.type}
      />
      <HeldNote held={held} words={asItIs} />
    </div>
  );
}
