import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { visitor } from '@/app/session';
import { DoorHeading } from '@/components/door/door-heading';
import { SignIn } from '@/components/door/sign-in';
import { Notice } from '@/components/ui/notice';
import { mailsAnything } from '@/db/mail/links';
import { hasPeople } from '@/db/people/setup';
import { destination } from '@/domain/destination';

export const metadata: Metadata = { title: 'Sign in' };

type Search = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Search) {
  const { next } = await searchParams;
  const to = destination(typeof next === 'string' ? next : null);
  if (await visitor()) redirect(to);
  if (!(await hasPeople())) return <NobodyYet />;
  return (
    <>
      <DoorHeading>Sign in</DoorHeading>
      <SignIn to={to} />
      <p className="text-sm text-ink-faint">
        {mailsAnything() ? (
          <>
            <Link href="/sign-in/forgotten">Forgotten your password?</Link> No account yet? Ask an administrator of your
            desk for a link.
          </>
        ) : (
          'No password any more, or no account yet? Ask an administrator of your desk for a link.'
        )}
      </p>
    </>
  );
}

const NobodyYet = () => (
  <>
    <DoorHeading>Nobody works here yet</DoorHeading>
    <Notice>
      Open the setup link that Stet printed when it started, in the window where it runs. It is good for a day; a
      restart prints a new one.
    </Notice>
  </>
);
