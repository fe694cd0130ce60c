'use client';
import type { ReactNode } from 'react';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { TextInput } from '../ui/text-input';
import { Textarea } from '../ui/textarea';
import type { Draft } from './draft';

const rights = [
  { value: 'excerpt', label: 'Excerpts: each claim’s sentence' },
  { value: 'licensed', label: 'Licensed: the whole text' },
  { value: 'own', label: 'Our own: the whole text' },
] as const;

type Props = {
  draft: Draft;
  scales: { id: string; name: string }[];
  /** what is wrong, by the field's JSON pointer without its slash */
  errors: Record<string, string>;
  onChange: (patch: Partial<Draft>) => void;
};

/** What is known of an article apart from its text. */
export function DraftFields({ draft, scales, errors, onChange }: Props) {
  const field = (label: string, pointer: string, input: ReactNode, hint?: string) => (
    <Field label={label} error={errors[pointer]} hint={hint}>
      {input}
    </Field>
  );
  const line = (key: 'publication' | 'byline' | 'url' | 'contactName' | 'contactEmail' | 'language', type = 'text') => (
    <TextInput
      type={type}
      dir={type === 'text' ? 'auto' : undefined}
      value={draft[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {field(
        'Headline',
        'title',
        <Textarea
          serif
          dir="auto"
          value={draft.title}
          onChange={(event) => onChange({ title: event.currentTarget.value, suggested: false })}
        />,
        draft.suggested ? 'The text has none of its own: this is how it begins.' : undefined,
      )}
      {field('Publication', 'publication', line('publication'))}
      {field(
        'Published on',
        'publishedOn',
        <DateInput
          value={draft.publishedOn}
          onChange={(event) => onChange({ publishedOn: event.currentTarget.value })}
        />,
      )}
      {field('Byline', 'byline', line('byline'))}
      <div className="grid gap-x-3 gap-y-4 sm:grid-cols-2 lg:grid-cols-1">
        {field('Contact, never published', 'contact/name', line('contactName'))}
        {field('Contact’s e-mail', 'contact/email', line('contactEmail', 'email'))}
      </div>
      {field('Address of the original', 'url', line('url', 'url'))}
      {field(
        'What an edition may show',
        'rights',
        <Select value={draft.rights} options={rights} onChange={(value) => onChange({ rights: value })} />,
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        {field(
          'Scale',
          'scale',
          <Select
            value={draft.scale}
            options={scales.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(scale) => onChange({ scale })}
          />,
        )}
        {field('Language', 'language', line('language'))}
      </div>
    </>
  );
}
