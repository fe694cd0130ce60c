'use client';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { z } from 'zod';
import { type Saying, sentUnder } from '@/client/discussion';
import type { Thread } from '@/domain/discussion';
import { labelsOf, mentionedIn, storedFrom, typedFrom } from '@/domain/mention';
import { useChecking } from '../claims/under-check';
import { SubmitButton } from '../form/submit-button';
import { useKeptDraft } from '../form/use-kept-draft';
import { Button } from '../ui/button';
import { MentionField } from './mention-field';

const draftSchema = z.object({
  typed: z.string(),
  /** ids of the people who were picked after an `@` */
  picked: z.array(z.string()),
  sent: z.object({ key: z.string(), body: z.string() }).nullable(),
});
type Draft = z.infer<typeof draftSchema>;
const nothing: Draft = { typed: '', picked: [], sent: null };

type Props = {
  /** under which what is typed is kept in this browser until it was taken */
  name: string;
  label: string;
  action: string;
  what: Saying;
  /** what there is to change, for a comment that was made */
  initial?: string;
  onSaid?: (thread: Thread | null) => void;
  /** shows the buttons although nothing is typed */
  onCancel?: () => void;
  autoFocus?: boolean;
};

/** Where one writes a comment. What is typed survives a reload and a failure, and is never said twice. */
export function Composer({ name, label, action, what, initial = '', onSaid, onCancel, autoFocus }: Props) {
  const { people, names, me, discussion } = useChecking();
  const id = useId();
  const everybody = people.length > 0 ? people : [{ id: me.id, name: names[me.id] ?? '' }];
  const labels = labelsOf(everybody);
  const begin = { ...nothing, typed: typedFrom(initial, labels), picked: mentionedIn(initial) };
  const [draft, setDraft, forget] = useKeptDraft<Draft>(name, draftSchema, begin);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const empty = draft.typed.trim() === '';
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (empty || busy) return;
    const sent = sentUnder(draft.sent, storedFrom(draft.typed, draft.picked, labels));
    setDraft({ ...draft, sent });
    setBusy(true);
    const said = await discussion.say(what, sent);
    setBusy(false);
    if (said.refused) return setTrouble([...Object.values(said.refused.fields), ...said.refused.whole].join(' '));
    setTrouble(null);
    setDraft(nothing);
    forget();
    onSaid?.(said.thread);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void send();
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-1.5" noValidate>
      <MentionField
        label={label}
        value={draft.typed}
        onChange={(typed) => setDraft({ ...draft, typed })}
        onPick={(person, typed) => setDraft({ ...draft, typed, picked: [...new Set([...draft.picked, person])] })}
        people={everybody}
        describedBy={`${id}-hint`}
        invalid={trouble !== null}
        onKeyDown={press}
        ref={autoFocus ? focused : undefined}
      />
      <p id={`${id}-hint`} className="sr-only">
        Type @ to mention somebody. Markdown: bold, italic, links and lists.
      </p>
      <p role="alert" className="text-sm text-danger empty:hidden">
        {trouble}
      </p>
      {(!empty || onCancel) && (
        <div className="flex justify-end gap-2">
          {onCancel && (
            <Button
              size="sm"
              variant="quiet"
              onClick={() => {
                forget();
                onCancel();
              }}
            >
              Cancel
            </Button>
          )}
          <SubmitButton size="sm" variant="primary" disabled={empty || busy}>
            {trouble ? 'Send again' : action}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}

/** Focuses once, when the box comes. */
const focused = (element: HTMLTextAreaElement | null): void => {
  if (element && !element.dataset.met) {
    element.dataset.met = 'yes';
    element.focus({ preventScroll: true });
  }
};
