'use client';
import { type ReactNode, useState } from 'react';
import { approachOutcomes, channels, toldForms } from '@/domain/approach';
import { SubmitButton } from '../form/submit-button';
import { useKeptDraft } from '../form/use-kept-draft';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { TextInput } from '../ui/text-input';
import { Textarea } from '../ui/textarea';
import { type ApproachDraft, approachDraftSchema, errorsInApproach } from './approach-draft';
import { channelWords, toldWords } from './words';

const channelOptions = channels.map((value) => ({ value, label: channelWords[value] }));
const outcomeWords = { waiting: 'Nothing yet', answered: 'An answer', declined: 'They declined' };
const outcomes = (['waiting', ...approachOutcomes] as const).map((value) => ({ value, label: outcomeWords[value] }));

type Props = {
  /** under which what is typed is kept in this browser */
  name: string;
  initial: ApproachDraft;
  action: string;
  busy: boolean;
  trouble: string | null;
  /** true once it was taken */
  onDone: (draft: ApproachDraft) => Promise<boolean>;
  onCancel: () => void;
};

/** Whom one asked for a reply, by when they were to answer, what came back, and what of it readers are told. */
export function ApproachForm({ name, initial, action, busy, trouble, onDone, onCancel }: Props) {
  const [draft, setDraft, forget] = useKeptDraft(name, approachDraftSchema, initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (patch: Partial<ApproachDraft>) => setDraft({ ...draft, ...patch });
  const finish = async () => {
    const found = errorsInApproach(draft, new Date().toISOString());
    setErrors(found);
    if (Object.keys(found).length === 0 && (await onDone(draft))) forget();
  };
  const cancel = () => {
    forget();
    onCancel();
  };
  const field = (label: string, key: keyof ApproachDraft, input: ReactNode, optional = false, hint?: string) => (
    <Field label={label} optional={optional} error={errors[key]} hint={hint}>
      {input}
    </Field>
  );
  const line = (key: 'party' | 'contact', max: number) => (
    <TextInput
      dir="auto"
      maxLength={max}
      value={draft[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  const time = (key: 'askedAt' | 'deadline' | 'answeredAt') => (
    <TextInput
      type="datetime-local"
      value={draft[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  const words = (key: 'question' | 'answer' | 'told', max: number, serif = false) => (
    <Textarea
      serif={serif}
      dir="auto"
      maxLength={max}
      value={draft[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  const offered = toldForms.filter((form) =>
    draft.outcome === 'answered' ? form !== 'outcome' : form === 'nothing' || form === 'outcome',
  );
  const tells = offered.includes(draft.tells) ? draft.tells : 'nothing';
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      {field('Who was asked', 'party', line('party', 200), false, 'As readers may know them: a name, with their role.')}
      <div className="grid grid-cols-2 gap-3">
        {field(
          'By',
          'channel',
          <Select value={draft.channel} options={channelOptions} onChange={(channel) => set({ channel })} />,
        )}
        {field('Contact', 'contact', line('contact', 300), true)}
        {field('Asked at', 'askedAt', time('askedAt'))}
        {field('Deadline', 'deadline', time('deadline'), true)}
      </div>
      <p className="text-sm text-ink-faint">Contact and question are never published.</p>
      {field('Question', 'question', words('question', 10_000), true)}
      <Choice
        legend="What came back"
        value={draft.outcome}
        options={outcomes}
        onChange={(outcome) => set({ outcome, tells: 'nothing' })}
      />
      {draft.outcome === 'answered' && field('Answer, word by word', 'answer', words('answer', 20_000, true))}
      {draft.outcome !== 'waiting' && field('Answered at', 'answeredAt', time('answeredAt'), true)}
      {field(
        'Readers are told',
        'tells',
        <Select
          value={tells}
          options={offered.map((value) => ({ value, label: toldWords[value] }))}
          onChange={(next) => set({ tells: next })}
        />,
      )}
      {(tells === 'answer' || tells === 'summary') &&
        field(
          tells === 'answer' ? 'Their words for readers' : 'Summary for readers',
          'told',
          words('told', 5000, true),
          false,
          tells === 'answer' ? 'A part of the answer as it stands, or all of it.' : undefined,
        )}
      {trouble && (
        <p role="alert" className="text-sm text-danger">
          {trouble}
        </p>
      )}
      <div className="flex gap-2">
        <SubmitButton size="sm" variant="primary" busy={busy}>
          {action}
        </SubmitButton>
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
