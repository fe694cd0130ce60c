import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { Tier } from '@/domain/edition';
import type { Draft } from './draft';

type Chosen = Exclude<Tier, 'verdict-changed'>;

const options: { value: Chosen; label: string }[] = [
  { value: 'update', label: 'Update: something is added, nothing was wrong' },
  { value: 'clarification', label: 'Clarification: the same, said more clearly' },
  { value: 'correction', label: 'Correction: something was wrong' },
];

const MOST = 2000;

type Props = {
  draft: Draft;
  /** the kind that the system sets by itself */
  tier: Tier | null;
  /** shows what is missing: after a first attempt */
  strict: boolean;
  onChange: (changed: Partial<Draft>) => void;
};

/** Why an edition differs from the last, for its readers. */
export const CorrectionFields = ({ draft, tier, strict, onChange }: Props) => (
  <div className="flex flex-col gap-4">
    {tier === 'verdict-changed' ? (
      <p>
        <strong>A verdict changed.</strong> The edition says so at its top, and so do the editions before it.
      </p>
    ) : (
      <Choice
        legend="What kind of change is this?"
        value={draft.tier === 'verdict-changed' ? null : draft.tier}
        options={options}
        onChange={(chosen) => onChange({ tier: chosen })}
      />
    )}
    <Field
      label="Note for readers"
      hint="Say what changed and why, in a sentence or two. It is published with the edition."
      aside={draft.note.length > MOST * 0.8 ? `${draft.note.length} of ${MOST}` : undefined}
      error={strict && !draft.note.trim() ? 'Write the note first.' : undefined}
    >
      <Textarea
        serif
        rows={3}
        maxLength={MOST}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </Field>
  </div>
);
