import { type FormEvent, useEffect, useState } from 'react';
import { Field } from '@/components/ui/field';
import { ownZone } from '@/components/ui/local-time';
import { ago } from '@/components/ui/moment';
import { TextInput } from '@/components/ui/text-input';
import { SubmitButton } from '../form/submit-button';

const words = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** A local day and time as an instant; null while there is none. */
const instantOf = (local: string): Date | null => {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at;
};

/** An instant as `datetime-local` writes it, in the person's own zone. */
const localOf = (at: string): string => {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** What the chosen time is in words, or what is wrong with it; the server has the last word. */
function told(at: Date | null): { hint: string; error?: string } {
  const hint = `By the clock of this computer (${ownZone()}).`;
  if (!at) return { hint, error: 'Choose a day and a time.' };
  if (at.getTime() <= Date.now()) return { hint, error: 'This time has passed. Choose one that is still to come.' };
  return { hint: `${words.format(at)} (${ownZone()}), ${ago(at.toISOString(), Date.now())}.` };
}

type Props = {
  label: string;
  /** the time to begin with */
  at: string | null;
  busy: boolean;
  /** called with an instant that is still to come */
  onSchedule: (at: string) => void;
};

/** Chooses when an edition comes out. */
export function ScheduleForm({ label, at, busy, onSchedule }: Props) {
  const [local, setLocal] = useState('');
  const [strict, setStrict] = useState(false);
  useEffect(() => setLocal(at === null ? '' : localOf(at)), [at]);
  const chosen = instantOf(local);
  const { hint, error } = told(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    if (chosen && !error) onSchedule(chosen.toISOString());
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 pt-2">
      <Field label="Comes out" hint={hint} error={strict || (chosen && error) ? error : undefined}>
        <TextInput
          type="datetime-local"
          className="max-w-60"
          value={local}
          onChange={(event) => setLocal(event.currentTarget.value)}
        />
      </Field>
      <SubmitButton busy={busy} className="self-start">
        {label}
      </SubmitButton>
    </form>
  );
}
