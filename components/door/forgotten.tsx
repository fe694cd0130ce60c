'use client';
import Link from 'next/link';
import { useState } from 'react';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { forgottenSchema } from '@/domain/contract/mail';
import { EmailField } from '../form/email-field';
import { Faults } from '../form/faults';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';
import { Notice } from '../ui/notice';
import { DoorHeading } from './door-heading';

/** Asking for a reset link by mail. Whether anybody here has the address is told to nobody. */
export function Forgotten() {
  const [asked, setAsked] = useState(false);
  const { field, whole, busy, props } = useForm({ email: '' }, async ({ email }) => {
    const body = { email: email.trim() };
    const refused = faultsIn(forgottenSchema, body) ?? refusedBy(await call('askForReset', { body }));
    if (!refused) setAsked(true);
    return refused;
  });
  return (
    <>
      <DoorHeading lead="A link with which you choose a new one can be mailed to you.">
        Forgotten your password?
      </DoorHeading>
      {asked ? (
        <Notice kind="ok" live title="Look into your mail">
          <p>
            If somebody of this desk has this address, a link is on its way to it. It works once, for an hour; until you
            use it your present password goes on working.
          </p>
        </Notice>
      ) : (
        <form {...props} className="flex flex-col gap-4">
          <Faults whole={whole} />
          <EmailField autoFocus {...field('email')} />
          <SubmitButton variant="primary" busy={busy}>
            Mail me a link
          </SubmitButton>
        </form>
      )}
      <p className="text-sm">
        <Link href="/sign-in">Back to sign-in</Link>
      </p>
    </>
  );
}
