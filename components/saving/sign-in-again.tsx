'use client';
import type { Outbox } from '@/client/outbox/outbox';
import type { Status } from '@/client/status';
import type { Person } from '@/domain/person';
import { SignInForm } from '../door/sign-in-form';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

type Props = {
  person: Pick<Person, 'name' | 'email'>;
  status: Status;
  outbox: Outbox;
  onClose: () => void;
};

const lead = ({ name }: Props['person'], status: Status): string => {
  const count = 'count' in status ? status.count : 0;
  const kept = count === 1 ? 'Your change is' : `Your ${count} changes are`;
  return status.kind === 'other person'
    ? `Somebody else has signed in on this browser. ${kept} kept for ${name}, and saved once ${name} signs in again.`
    : `Your session has ended. ${kept} kept on this page, and saved as soon as you sign in.`;
};

/** The address is known, so the caret goes to the password, once the dialog has put it where it puts it. */
const askForPassword = (form: HTMLElement | null): void => {
  requestAnimationFrame(() => form?.querySelector<HTMLInputElement>('input[type=password]')?.focus());
};

/** Asks to sign in again on top of the page, which stays as it is, and then saves what waited. */
export function SignInAgain({ person, status, outbox, onClose }: Props) {
  const signedIn = () => {
    onClose();
    outbox.signedIn();
  };
  const footer =
    status.kind === 'other person' ? (
      <Button variant="quiet" onClick={() => window.location.reload()}>
        Go on as the one who is signed in
      </Button>
    ) : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Sign in again"
      description={lead(person, status)}
      size="sm"
      footer={footer}
    >
      <div ref={askForPassword}>
        <SignInForm email={person.email ?? ''} onSignedIn={signedIn} />
      </div>
    </Dialog>
  );
}
