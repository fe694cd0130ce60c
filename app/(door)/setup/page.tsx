import type { Metadata } from 'next';
import { connection } from 'next/server';
import { DoorHeading } from '@/components/door/door-heading';
import { Setup } from '@/components/door/setup';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { hasPeople } from '@/db/people/setup';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage() {
  await connection();
  if (!(await hasPeople())) return <Setup />;
  return (
    <>
      <DoorHeading>This desk is set up already</DoorHeading>
      <Notice actions={<LinkButton href="/sign-in">Go to sign-in</LinkButton>}>
        Sign in, or ask one of its administrators for an invitation.
      </Notice>
    </>
  );
}
