'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { etagOf } from '@/domain/canonical';
import { personPatchSchema } from '@/domain/contract/people';
import type { Person } from '@/domain/person';
import { Faults } from '../form/faults';
import { SubmitButton } from '../form/submit-button';
import { TextField } from '../form/text-field';
import { useForm } from '../form/use-form';
import { toast } from '../ui/announcer';
import { Choice } from '../ui/choice';

type CreditedAs = 'name' | 'other' | 'desk';

const choices = [
  { value: 'name', label: 'By my name' },
  { value: 'other', label: 'By another name' },
  { value: 'desk', label: 'As the desk' },
] as const;

const creditedAs = ({ name, credit }: Person): CreditedAs =>
  credit === null ? 'desk' : credit === name ? 'name' : 'other';

const creditOf = (given: { name: string; as: CreditedAs; credit: string }): string | null =>
  ({ name: given.name, other: given.credit, desk: null })[given.as];

/** The person's own name, and the one that editions credit. */
export function ProfileForm({ person, desk }: { person: Person; desk: string }) {
  const router = useRouter();
  const [version, setVersion] = useState(person);
  const as = creditedAs(person);
  const initial = { name: person.name, as, credit: as === 'other' ? (person.credit ?? '') : '' };
  const { field, values, set, whole, busy, props } = useForm(initial, async (given) => {
    const body = { name: given.name, credit: creditOf(given) };
    const faults = faultsIn(personPatchSchema, body);
    if (faults) return faults;
    const answer = await call('editPerson', { params: { id: person.id }, ifMatch: etagOf(version), body });
    if (answer.ok) {
      setVersion(answer.value);
      toast({ text: 'Saved.' });
      router.refresh();
    } else if (!answer.offline && answer.problem.current) setVersion(answer.problem.current as Person);
    return refusedBy(answer);
  });
  return (
    <form {...props} className="flex flex-col gap-5">
      <Faults whole={whole} />
      <TextField label="Name" autoComplete="name" {...field('name')} />
      <div className="flex flex-col gap-3">
        <Choice legend="How editions credit you" value={values.as} options={choices} onChange={set('as')} />
        {values.as === 'other' && <TextField label="Credited name" {...field('credit')} />}
        {values.as === 'desk' && (
          <p className="text-sm text-ink-faint wrap-anywhere">
            Your work appears as that of {desk}, without your name.
          </p>
        )}
      </div>
      <div>
        <SubmitButton variant="primary" busy={busy}>
          Save
        </SubmitButton>
      </div>
    </form>
  );
}
