'use client';
import { type ReactNode, useState } from 'react';
import { newEvidenceSchema } from '@/domain/contract/claims';
import { newSourceSchema, sourceTypes, stances } from '@/domain/evidence';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Choice } from '../ui/choice';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { TextInput } from '../ui/text-input';
import { Textarea } from '../ui/textarea';
import { type EvidenceDraft, evidenceOf, withSource } from './evidence-draft';
import { SourceSearch } from './source-search';
import { stanceWords } from './stance-mark';

const stanceChoices = stances.map((value) => ({ value, label: stanceWords[value] }));
const typeWords = { page: 'Web page', document: 'Document', dataset: 'Dataset', person: 'Person' };
const typeChoices = sourceTypes.map((value) => ({ value, label: typeWords[value] }));

/** What is wrong with each box, by the names of its path: checked by the very schema the server parses with. */
function errorsIn(draft: EvidenceDraft): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!draft.title.trim()) errors.title = 'Give the source a title.';
  if (draft.withheld && !draft.description.trim()) {
    errors.description = 'Describe the source in words that may be published.';
  }
  const { source, ...item } = evidenceOf({ ...draft, sourceId: null });
  const wrong = [
    ...(newEvidenceSchema.omit({ source: true }).safeParse(item).error?.issues ?? []),
    ...(newSourceSchema.safeParse(source).error?.issues ?? []),
  ];
  for (const { path, message } of wrong) errors[String(path[0])] ??= message;
  return errors;
}

type Props = {
  initial: EvidenceDraft;
  /** what the button says */
  action: string;
  onDone: (draft: EvidenceDraft) => void;
  onCancel: () => void;
};

/** A piece of evidence: the source, which way it points, the passage, and where it stands. */
export function EvidenceForm({ initial, action, onDone, onCancel }: Props) {
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (patch: Partial<EvidenceDraft>) => setDraft({ ...draft, ...patch });
  /** changing what a known source is makes it another source */
  const redescribe = (patch: Partial<EvidenceDraft>) => set({ ...patch, sourceId: null });
  const finish = () => {
    const found = errorsIn(draft);
    setErrors(found);
    if (Object.keys(found).length === 0) onDone(draft);
  };
  const text = (key: 'title' | 'url' | 'publisher' | 'locator' | 'archivedUrl', change = set, type = 'text') => (
    <TextInput
      type={type}
      dir="auto"
      placeholder={type === 'url' ? 'https://' : undefined}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  const field = (label: string, key: string, input: ReactNode, optional = true, hint?: string) => (
    <Field label={label} optional={optional} error={errors[key]} hint={hint}>
      {input}
    </Field>
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          finish();
        }
      }}
    >
      <SourceSearch onChoose={(source) => setDraft(withSource(draft, source))} />
      {field('Address', 'url', text('url', redescribe, 'url'))}
      {field('Title', 'title', text('title', redescribe), false)}
      <div className="grid grid-cols-2 gap-3">
        {field('Publisher', 'publisher', text('publisher', redescribe))}
        {field(
          'Published on',
          'publishedOn',
          <DateInput
            value={draft.publishedOn}
            onChange={(event) => redescribe({ publishedOn: event.currentTarget.value })}
          />,
        )}
      </div>
      <Choice
        legend="It"
        hideLegend
        value={draft.stance}
        options={stanceChoices}
        onChange={(stance) => set({ stance })}
      />
      {field(
        'Passage quoted',
        'quote',
        <Textarea
          serif
          dir="auto"
          value={draft.quote}
          onChange={(event) => set({ quote: event.currentTarget.value })}
        />,
      )}
      <div className="grid grid-cols-2 gap-3">
        {field('Where it stands', 'locator', text('locator'))}
        <Field label="Kind of source">
          <Select value={draft.type} options={typeChoices} onChange={(type) => redescribe({ type })} />
        </Field>
        {field(
          'Accessed on',
          'accessedOn',
          <DateInput value={draft.accessedOn} onChange={(event) => set({ accessedOn: event.currentTarget.value })} />,
        )}
        {field('Archived at', 'archivedUrl', text('archivedUrl', set, 'url'))}
      </div>
      <Checkbox
        label="A primary source"
        hint="The original record, data or witness, not somebody’s report of it."
        checked={draft.primary}
        onChange={(primary) => set({ primary })}
      />
      <Checkbox
        label="Withhold who or what it is"
        hint="To protect a source: only the description below is ever published."
        checked={draft.withheld}
        onChange={(withheld) => redescribe({ withheld })}
      />
      {draft.withheld &&
        field(
          'Description for readers',
          'description',
          <Textarea
            dir="auto"
            value={draft.description}
            onChange={(event) => redescribe({ description: event.currentTarget.value })}
          />,
          false,
        )}
      {field(
        'Internal note',
        'note',
        <Textarea dir="auto" value={draft.note} onChange={(event) => set({ note: event.currentTarget.value })} />,
        true,
        'Never published.',
      )}
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary">
          {action}
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
