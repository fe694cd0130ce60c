'use client';
import { call } from '@/client/call';
import { toast } from '../ui/announcer';
import { Button } from '../ui/button';
import { confirm } from '../ui/confirm';

/** Ends every session of the person, this one included, and goes to the door. */
export function SignOutEverywhere() {
  const leave = async () => {
    const body =
      'Every browser in which you are signed in, this one included, asks for your password again. Access tokens go on working.';
    if (!(await confirm({ title: 'Sign out everywhere?', body, action: 'Sign out everywhere' }))) return;
    const answer = await call('signOutEverywhere');
    if (answer.ok) window.location.assign('/sign-in');
    else toast({ kind: 'danger', text: 'You are still signed in: the server did not answer. Try again in a moment.' });
  };
  return (
    <div>
      <Button onClick={leave}>Sign out everywhere</Button>
    </div>
  );
}
