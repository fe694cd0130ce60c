import { type FormEvent, useState } from 'react';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { SetHold } from '@/domain/contract/holds';
import type { HoldKind } from '@/domain/hold';
import { SubmitButton } from '../form/submit-button';

const kinds: { value: HoldKind; label: string }[] = [
  { value: 'legal', label: 'Legal: until somebody lifts it' },
  { value: 'embargo', label: 'Embargo: until a time' },
];

type Props = { busy: boolean; onHold: (hold: SetHold) => void };

/** Why nothing may be published yet, and until when. */
export function HoldForm({ busy, onHold }: Props) {
  const [kind, setKind] = useState<HoldKind>('legal');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const embargo = kind === 'embargo';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    if (!reason.trim() || (embargo && !until)) return;
    onHold({ kind, until: embargo ? new Date(until).toISOString() : null, reason: reason.trim() });
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 pt-2">
      <Choice legend="What kind of hold is it?" value={kind} options={kinds} onChange={setKind} />
      {embargo && (
        <Field
          label="Until"
          hint="By this computer’s clock. The embargo then ends by itself."
          error={strict && !until ? 'Choose a day and a time.' : undefined}
        >
          <TextInput
            type="datetime-local"
            className="max-w-60"
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </Field>
      )}
      <Field
        label="Reason for the desk"
        hint="Readers never see it."
        error={strict && !reason.trim() ? 'Write the reason first.' : undefined}
      >
        <Textarea rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <SubmitButton busy={busy} className="self-start">
        Hold this article
      </SubmitButton>
    </form>
  );
}
