'use client';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { passwordChangeSchema } from '@/domain/contract/people';
import { Faults } from '../form/faults';
import { PasswordField } from '../form/password-field';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';
import { toast } from '../ui/announcer';

const blank = { current: '', password: '' };

/** Changes the person's own password; this browser stays signed in. */
export function PasswordForm({ email }: { email: string | null }) {
  const { field, setValues, whole, busy, props } = useForm(blank, async (body) => {
    const refused = faultsIn(passwordChangeSchema, body) ?? refusedBy(await call('changePassword', { body }));
    if (refused) return refused;
    setValues(blank);
    toast({ text: 'Your password is changed. Everywhere else you are signed out.' });
    return null;
  });
  return (
    <form {...props} className="flex flex-col gap-5">
      <Faults whole={whole} />
      <input type="email" name="email" autoComplete="username" value={email ?? ''} readOnly hidden />
      <PasswordField kind="current" label="Present password" {...field('current')} />
      <PasswordField kind="new" label="New password" {...field('password')} />
      <div>
        <SubmitButton busy={busy}>Change the password</SubmitButton>
      </div>
    </form>
  );
}
