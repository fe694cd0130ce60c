'use client';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { acceptanceSchema } from '@/domain/contract/people';
import type { Role } from '@/domain/person';
import { Faults } from '../form/faults';
import { PasswordField } from '../form/password-field';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';
import { DoorHeading } from './door-heading';
import { LinkGate } from './link-gate';
import { NewcomerFields } from './newcomer-fields';
import type { OpenLink } from './use-link';

const roleSentences: Record<Role, string> = {
  reviewer: 'As a reviewer you find claims, gather evidence and give verdicts.',
  editor: 'As an editor you check claims, decide on those of others, and publish.',
  admin: 'As an administrator you do all of it, and look after the people and the desk.',
};

/** Joining a desk by invitation. */
export const Invitation = () => <LinkGate purpose="invitation">{(link) => <JoinForm link={link} />}</LinkGate>;

function JoinForm({ link: { secret, desk, name, email, role } }: { link: OpenLink }) {
  const initial = { name: name ?? '', email: email ?? '', password: '' };
  const { field, whole, busy, props } = useForm(initial, async (given) => {
    const body = { ...given, secret, email: given.email.trim() };
    const refused = faultsIn(acceptanceSchema, body) ?? refusedBy(await call('acceptInvitation', { body }));
    if (!refused) window.location.assign('/');
    return refused;
  });
  return (
    <>
      <DoorHeading lead={role && roleSentences[role]}>Join {desk}</DoorHeading>
      <form {...props} className="flex flex-col gap-5">
        <Faults whole={whole} />
        <NewcomerFields field={field} fixedEmail={email !== null} />
        <PasswordField kind="new" {...field('password')} />
        <SubmitButton variant="primary" busy={busy}>
          Join
        </SubmitButton>
      </form>
    </>
  );
}
