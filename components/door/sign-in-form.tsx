'use client';
import { signIn } from '@/client/session';
import { EmailField } from '../form/email-field';
import { Faults } from '../form/faults';
import { PasswordField } from '../form/password-field';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';

/** E-mail address and password. `onSignedIn` runs once the session is there: go on, or save what was kept. */
export function SignInForm({ email = '', onSignedIn }: { email?: string; onSignedIn: () => void }) {
  const { field, whole, busy, props } = useForm({ email, password: '' }, async (given) => {
    const refused = await signIn(given.email.trim(), given.password);
    if (!refused) onSignedIn();
    return refused;
  });
  return (
    <form {...props} className="flex flex-col gap-4">
      <Faults whole={whole} />
      <EmailField autoFocus={email === ''} {...field('email')} />
      <PasswordField kind="current" {...field('password')} />
      <SubmitButton variant="primary" busy={busy}>
        Sign in
      </SubmitButton>
    </form>
  );
}
