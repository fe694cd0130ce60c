'use client';
import { call } from '@/client/call';
import { refusedBy } from '@/client/refusal';
import { Faults } from '../form/faults';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';
import { DoorHeading } from './door-heading';
import { LinkGate } from './link-gate';
import type { OpenLink } from './use-link';

/** Signing in with a one-time link. It takes a press, so that a preview of the link in a chat does not spend it. */
export const SignInLink = () => <LinkGate purpose="sign-in">{(link) => <EnterForm link={link} />}</LinkGate>;

function EnterForm({ link: { secret, name, desk } }: { link: OpenLink }) {
  const { whole, busy, props } = useForm({}, async () => {
    const refused = refusedBy(await call('signInByLink', { body: { secret } }));
    if (!refused) window.location.assign('/');
    return refused;
  });
  return (
    <>
      <DoorHeading lead="This link signs you in once.">
        {desk}: sign in as {name}
      </DoorHeading>
      <form {...props} className="flex flex-col gap-5">
        <Faults whole={whole} />
        <SubmitButton variant="primary" busy={busy} autoFocus>
          Sign in
        </SubmitButton>
      </form>
    </>
  );
}
