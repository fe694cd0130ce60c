'use client';
import { AlertDialog as Radix } from 'radix-ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { z } from 'zod';
import { useKeptDraft } from '../form/use-kept-draft';
import { Button } from './button';
import { scrim, useFocusWay } from './dialog-parts';
import { Field } from './field';
import { createStore, useStore } from './store';
import { Textarea } from './textarea';

export type Question = {
  /** the question itself: "Drop claim 3?" */
  title: string;
  /** what will happen, and whether it can be undone */
  body: ReactNode;
  /** the verb on the button: "Drop the claim" */
  action: string;
  cancel?: string;
  danger?: boolean;
};
type Reason = {
  label: string;
  hint?: string;
  max?: number;
  /** what was given before, where somebody is asked again */
  given?: string;
  /** under which it is kept in this browser until it is given */
  name: string;
};
export type ReasonQuestion = Question & { reason: Reason };

type Asked = Partial<Pick<ReasonQuestion, 'reason'>> & Question & { answer: (reason: string | null) => void };
const asked = createStore<Asked | null>(null);

const ask = (question: Omit<Asked, 'answer'>): Promise<string | null> =>
  new Promise((resolve) => {
    asked.get()?.answer(null);
    asked.set({ ...question, answer: resolve });
  });

/** Asks before what cannot be undone. True when the person says yes; Esc is no. */
export const confirm = async (question: Question): Promise<boolean> => (await ask(question)) !== null;

/** Asks, and wants a reason in words; null when the person thinks better of it. */
export const askReason = (question: ReasonQuestion): Promise<string | null> => ask(question);

/** A reason is kept as it is typed: who thinks better of it, or reloads the page, finds it when asked again. */
function QuestionForm({ question, close }: { question: Asked; close: (answer: string | null) => void }) {
  const [reason, setReason, forget] = useKeptDraft(
    question.reason?.name ?? '',
    z.string(),
    question.reason?.given ?? '',
  );
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.reason && !reason.trim()) return setMissing(true);
    forget();
    close(reason.trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Radix.Title className="font-serif text-lg leading-tight font-semibold">{question.title}</Radix.Title>
      <Radix.Description asChild>
        <div className="text-ink-soft">{question.body}</div>
      </Radix.Description>
      {question.reason && (
        <Field
          label={question.reason.label}
          hint={question.reason.hint}
          error={missing && !reason.trim() ? 'Write the reason first.' : undefined}
        >
          <Textarea
            value={reason}
            maxLength={question.reason.max}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Radix.Cancel asChild>
          <Button variant="quiet">{question.cancel ?? 'Cancel'}</Button>
        </Radix.Cancel>
        <Button type="submit" variant={question.danger ? 'danger' : 'primary'}>
          {question.action}
        </Button>
      </div>
    </form>
  );
}

/** Where `confirm` and `askReason` are shown; each shell has exactly one. */
export function ConfirmHost() {
  const question = useStore(asked, null);
  const way = useFocusWay();
  const close = (answer: string | null) => {
    asked.set(null);
    question?.answer(answer);
  };
  return (
    <Radix.Root open={question !== null} onOpenChange={(open) => !open && close(null)}>
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          data-blocks-shortcuts
          {...way}
          className="fixed top-[8dvh] outline-none left-1/2 z-50 max-h-[84dvh] w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 overflow-y-auto rounded-lg border border-hairline bg-raised p-5 shadow-float"
        >
          {question && <QuestionForm question={question} close={close} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
