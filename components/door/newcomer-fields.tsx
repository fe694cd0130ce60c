'use client';
import { EmailField } from '../form/email-field';
import { TextField } from '../form/text-field';

type Given = { name: string; value: string; onChange: (value: string) => void; error: string | undefined };
type Props = {
  field: (name: 'name' | 'email') => Given;
  /** the address that only this person can have been sent, and nobody changes */
  fixedEmail?: boolean;
};

/** Who somebody new to the desk is. */
export const NewcomerFields = ({ field, fixedEmail = false }: Props) => (
  <>
    <TextField
      label="Your name"
      autoComplete="name"
      autoFocus
      hint="Editions credit you by it, until you choose otherwise."
      {...field('name')}
    />
    <EmailField
      readOnly={fixedEmail}
      hint={fixedEmail ? 'The invitation is for this address.' : 'You sign in with it. Only administrators see it.'}
      {...field('email')}
    />
  </>
);
