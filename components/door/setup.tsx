'use client';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { setUpSchema } from '@/domain/contract/people';
import type { DeskSize } from '@/domain/person';
import { DeskSizeChoice } from '../form/desk-size-choice';
import { Faults } from '../form/faults';
import { PasswordField } from '../form/password-field';
import { SubmitButton } from '../form/submit-button';
import { TextField } from '../form/text-field';
import { useForm } from '../form/use-form';
import { DoorHeading } from './door-heading';
import { LinkGate } from './link-gate';
import { NewcomerFields } from './newcomer-fields';

/** The first page anybody sees of a new desk: makes its first administrator. */
export const Setup = () => <LinkGate purpose="setup">{({ secret }) => <SetupForm secret={secret} />}</LinkGate>;

const blank = { name: '', email: '', password: '', deskName: '', size: 'several' as DeskSize };

function SetupForm({ secret }: { secret: string }) {
  const { field, values, set, whole, busy, props } = useForm(blank, async (given) => {
    const body = { ...given, secret, email: given.email.trim(), deskName: given.deskName.trim() || undefined };
    const refused = faultsIn(setUpSchema, body) ?? refusedBy(await call('setUp', { body }));
    if (!refused) window.location.assign('/');
    return refused;
  });
  return (
    <>
      <DoorHeading lead="Nobody works here yet. You become its first administrator; you can invite the others afterwards.">
        Set up this desk
      </DoorHeading>
      <form {...props} className="flex flex-col gap-5">
        <Faults whole={whole} />
        <NewcomerFields field={field} />
        <PasswordField kind="new" {...field('password')} />
        <TextField
          label="Name of the desk"
          autoComplete="organization"
          optional
          hint="Such as “The Weekly fact-check”. Editions are published under it."
          {...field('deskName')}
        />
        <DeskSizeChoice value={values.size} onChange={set('size')} />
        <SubmitButton variant="primary" busy={busy}>
          Set up the desk
        </SubmitButton>
      </form>
    </>
  );
}
