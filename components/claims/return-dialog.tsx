'use client';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { suggestedFields, type Wording } from '@/domain/suggestion';
import { useKeptDraft } from '../form/use-kept-draft';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { DiffText } from '../ui/diff-text';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import type { Return, ReturnQuestion } from './questions';

type Props = { question: ReturnQuestion; close: (given: Return | null) => void };

const draftSchema = z.object({
  note: z.string(),
  suggests: z.boolean(),
  statement: z.string(),
  rationale: z.string(),
});
const limits = { statement: 2000, rationale: 20_000 };
const labels = { statement: 'Suggested statement', rationale: 'Suggested rationale' };

function Form({ question, close }: Props) {
  const { claim, name } = question;
  const { statement, rationale } = claim;
  const [draft, setDraft, forget] = useKeptDraft(name, draftSchema, {
    note: '',
    suggests: false,
    statement,
    rationale,
  });
  const [missing, setMissing] = useState(false);
  const changed = suggestedFields.filter((field) => draft[field] !== claim[field]);
  const suggests = draft.suggests && changed.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!draft.note.trim()) return setMissing(true);
    forget();
    const suggestion: Partial<Wording> = Object.fromEntries(changed.map((field) => [field, draft[field]]));
    close({ note: draft.note.trim(), ...(suggests ? { suggestion } : {}) });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label="What should change"
        hint="It opens a thread on the claim."
        error={missing && !draft.note.trim() ? 'Write what should change first.' : undefined}
      >
        <Textarea
          value={draft.note}
          maxLength={5000}
          dir="auto"
          onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
        />
      </Field>
      <Checkbox
        label="Suggest other wording"
        hint="Whoever accepts it owns it, and you may still approve."
        checked={draft.suggests}
        onChange={(on) => setDraft({ ...draft, suggests: on })}
      />
      {draft.suggests &&
        suggestedFields.map((field) => (
          <div key={field} className="flex flex-col gap-1.5">
            <Field label={labels[field]}>
              <Textarea
                serif
                dir="auto"
                maxLength={limits[field]}
                value={draft[field]}
                onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
              />
            </Field>
            {changed.includes(field) && (
              <p className="text-sm leading-read whitespace-pre-wrap wrap-anywhere" dir="auto">
                <DiffText before={claim[field]} after={draft[field]} />
              </p>
            )}
          </div>
        ))}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={() => close(null)}>
          Cancel
        </Button>
        <Button type="submit" variant="primary">
          {suggests ? 'Return it with the suggestion' : 'Return it'}
        </Button>
      </div>
    </form>
  );
}

/** Asks why a claim is returned, and for other words if the editor has some. */
export const ReturnDialog = ({ question, close }: Props) => (
  <Dialog
    open
    onOpenChange={(open) => !open && close(null)}
    title={`Return claim ${question.number}?`}
    description="It goes back to whoever works on it, with your note."
  >
    <Form question={question} close={close} />
  </Dialog>
);
