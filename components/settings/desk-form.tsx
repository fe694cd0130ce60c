'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { etagOf } from '@/domain/canonical';
import { deskPatchSchema } from '@/domain/contract/people';
import type { Desk } from '@/domain/person';
import { DeskSizeChoice } from '../form/desk-size-choice';
import { Faults } from '../form/faults';
import { SubmitButton } from '../form/submit-button';
import { TextField } from '../form/text-field';
import { useForm } from '../form/use-form';
import { toast } from '../ui/announcer';

/** What the desk is called, and whether one person may approve their own work. */
export function DeskForm({ desk }: { desk: Desk }) {
  const router = useRouter();
  const [version, setVersion] = useState(desk);
  const { field, values, set, whole, busy, props } = useForm(
    { ...desk, contact: desk.contact ?? '' },
    async (typed) => {
      const body = { ...typed, contact: typed.contact.trim() || null };
      const faults = faultsIn(deskPatchSchema, body);
      if (faults) return faults;
      const answer = await call('editDesk', { ifMatch: etagOf(version), body });
      if (answer.ok) {
        setVersion(answer.value);
        toast({ text: 'Saved.' });
        router.refresh();
      } else if (!answer.offline && answer.problem.current) setVersion(answer.problem.current as Desk);
      return refusedBy(answer);
    },
  );
  return (
    <form {...props} className="flex flex-col gap-5">
      <Faults whole={whole} />
      <TextField
        label="Name of the desk"
        autoComplete="organization"
        hint="Editions are published under it."
        {...field('name')}
      />
      <TextField
        label="Where readers report an error"
        optional
        hint="An e-mail address or a web address. Every edition published from now on shows it."
        {...field('contact')}
      />
      <DeskSizeChoice value={values.size} onChange={set('size')} />
      <div>
        <SubmitButton variant="primary" busy={busy}>
          Save
        </SubmitButton>
      </div>
    </form>
  );
}
