'use client';
import { type ReactNode, useState } from 'react';
import { stances } from '@/domain/evidence';
import { useKeptDraft } from '../form/use-kept-draft';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Choice } from '../ui/choice';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { TextInput } from '../ui/text-input';
import { Textarea } from '../ui/textarea';
import { type EvidenceDraft, errorsIn, evidenceDraftSchema, withSource } from './evidence-draft';
import { SourceFields } from './source-fields';
import { SourceSearch } from './source-search';
import { stanceWords } from './stance-mark';

const stanceChoices = stances.map((value) => ({ value, label: stanceWords[value] }));
type Props = {
  /** under which what is typed is kept in this browser */
  name: string;
  initial: EvidenceDraft;
  /** what the button says */
  action: string;
  onDone: (draft: EvidenceDraft) => void;
  onCancel: () => void;
};

/** A piece of evidence: the source, which way it points, the passage, and where it stands. */
export function EvidenceForm({ name, initial, action, onDone, onCancel }: Props) {
  const [draft, setDraft, forget] = useKeptDraft(name, evidenceDraftSchema, initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (patch: Partial<EvidenceDraft>) => setDraft({ ...draft, ...patch });
  const finish = () => {
    const found = errorsIn(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    forget();
    onDone(draft);
  };
  const cancel = () => {
    forget();
    onCancel();
  };
  const text = (key: 'locator' | 'archivedUrl', type = 'text') => (
    <TextInput
      type={type}
      dir="auto"
      placeholder={type === 'url' ? 'https://' : undefined}
      value={draft[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
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
      {/* changing what a known source is makes it another source, for this evidence alone */}
      <SourceFields draft={draft} errors={errors} onChange={(patch) => set({ ...patch, sourceId: null })} />
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
        {field(
          'Accessed on',
          'accessedOn',
          <DateInput value={draft.accessedOn} onChange={(event) => set({ accessedOn: event.currentTarget.value })} />,
        )}
        {field('Archived at', 'archivedUrl', text('archivedUrl', 'url'))}
      </div>
      <Checkbox
        label="A primary source"
        hint="The original record, data or witness, not somebody’s report of it."
        checked={draft.primary}
        onChange={(primary) => set({ primary })}
      />
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
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
