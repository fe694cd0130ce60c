'use client';
import { type Claimant, claimantTypes } from '@/domain/claimant';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { TextInput } from '../ui/text-input';

const typeWords: Record<Claimant['type'], string> = {
  person: 'Person',
  organisation: 'Organisation',
  publication: 'Publication',
};
const types = claimantTypes.map((value) => ({ value, label: typeWords[value] }));

type Props = {
  value: Claimant | null;
  onChange: (claimant: Claimant | null) => void;
  /** what is wrong with a field, by the end of its JSON pointer */
  errors?: Partial<Record<'name' | 'role' | 'sameAs', string>>;
  disabled?: boolean;
};

/** Who made the claim. Without a name there is no claimant, and the other fields wait for one. */
export function ClaimantFields({ value, onChange, errors = {}, disabled }: Props) {
  const set = (patch: Partial<Claimant>) => {
    const next: Claimant = { name: '', type: 'person', ...value, ...patch };
    onChange(next.name.trim() ? next : null);
  };
  const unnamed = disabled || !value;
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="Claimant" error={errors.name}>
        <TextInput
          dir="auto"
          maxLength={200}
          disabled={disabled}
          value={value?.name ?? ''}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Field>
      <Field label="Type">
        <Select disabled={unnamed} value={value?.type ?? 'person'} options={types} onChange={(type) => set({ type })} />
      </Field>
      <Field label="Role" optional error={errors.role}>
        <TextInput
          dir="auto"
          maxLength={200}
          disabled={unnamed}
          value={value?.role ?? ''}
          onChange={(event) => set({ role: event.currentTarget.value || null })}
        />
      </Field>
      <Field label="Their page" optional error={errors.sameAs}>
        <TextInput
          type="url"
          inputMode="url"
          maxLength={2000}
          placeholder="https://"
          disabled={unnamed}
          value={value?.sameAs ?? ''}
          onChange={(event) => set({ sameAs: event.currentTarget.value || null })}
        />
      </Field>
    </div>
  );
}
