'use client';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { passwordResetSchema } from '@/domain/contract/people';
import { Faults } from '../form/faults';
import { PasswordField } from '../form/password-field';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';
import { DoorHeading } from './door-heading';
import { LinkGate } from './link-gate';
import type { OpenLink } from './use-link';

/** Choosing a new password with a link that an administrator gave. */
export const Reset = () => <LinkGate purpose="reset">{(link) => <ResetForm link={link} />}</LinkGate>;

function ResetForm({ link: { secret, name, email } }: { link: OpenLink }) {
  const { field, whole, busy, props } = useForm({ password: '' }, async ({ password }) => {
    const body = { secret, password };
    const refused = faultsIn(passwordResetSchema, body) ?? refusedBy(await call('setPassword', { body }));
    if (!refused) window.location.assign('/');
    return refused;
  });
  return (
    <>
      <DoorHeading lead="It replaces the one you had, and signs you out everywhere else.">
        A new password for {name}
      </DoorHeading>
      <form {...props} className="flex flex-col gap-5">
        <Faults whole={whole} />
        {/* for password managers, which otherwise cannot tell whose password this is */}
        <input type="email" name="email" autoComplete="username" value={email ?? ''} readOnly hidden />
        <PasswordField kind="new" {...field('password')} />
        <SubmitButton variant="primary" busy={busy}>
          Set the password and sign in
        </SubmitButton>
      </form>
    </>
  );
}
