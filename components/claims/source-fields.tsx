'use client';
import type { ReactNode } from 'react';
import { sourceTypes } from '@/domain/evidence';
import { Checkbox } from '../ui/checkbox';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { TextInput } from '../ui/text-input';
import { Textarea } from '../ui/textarea';
import type { SourceDraft } from './source-draft';

const typeWords = { page: 'Web page', document: 'Document', dataset: 'Dataset', person: 'Person' };
const typeChoices = sourceTypes.map((value) => ({ value, label: typeWords[value] }));

type Props = {
  draft: SourceDraft;
  onChange: (patch: Partial<SourceDraft>) => void;
  /** what is wrong with a box, by its name */
  errors: Record<string, string>;
};

/** What a source is: where it stands, what it is called, who published it and when, and whether it is to be protected. */
export function SourceFields({ draft, onChange, errors }: Props) {
  const field = (label: string, key: keyof SourceDraft, input: ReactNode, optional = true) => (
    <Field label={label} optional={optional} error={errors[key]}>
      {input}
    </Field>
  );
  const line = (key: 'title' | 'url' | 'publisher', type = 'text') => (
    <TextInput
      type={type}
      dir="auto"
      placeholder={type === 'url' ? 'https://' : undefined}
      value={draft[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {field('Address', 'url', line('url', 'url'))}
      {field('Title', 'title', line('title'), false)}
      <div className="grid grid-cols-2 gap-3">
        {field('Publisher', 'publisher', line('publisher'))}
        {field(
          'Published on',
          'publishedOn',
          <DateInput
            value={draft.publishedOn}
            onChange={(event) => onChange({ publishedOn: event.currentTarget.value })}
          />,
        )}
        <Field label="Kind of source">
          <Select value={draft.type} options={typeChoices} onChange={(type) => onChange({ type })} />
        </Field>
      </div>
      <Checkbox
        label="Withhold who or what it is"
        hint="To protect a source: only the description below is ever published."
        checked={draft.withheld}
        onChange={(withheld) => onChange({ withheld })}
      />
      {draft.withheld &&
        field(
          'Description for readers',
          'description',
          <Textarea
            dir="auto"
            value={draft.description}
            onChange={(event) => onChange({ description: event.currentTarget.value })}
          />,
          false,
        )}
    </>
  );
}
