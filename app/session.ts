import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentPerson } from '@/db/people/identify';
import { type Permit, permit } from '@/domain/permission';
import type { Desk, Person } from '@/domain/person';

export type SignedIn = { person: Person; desk: Desk; read: Permit<'read'> };

/** Who is looking at a page, asked once for each request; null for signed-out people. */
export const visitor = cache(async (): Promise<SignedIn | null> => {
  const given = await headers();
  const found = await currentPerson({ cookie: given.get('cookie'), authorization: null });
  const read = found && permit(found.actor, 'read');
  return found && read?.ok ? { person: found.person, desk: found.desk, read: read.value } : null;
});

/** Who is looking at a page of the desk; signed-out people are sent to the door, and from there back to the page. */
export async function signedIn(): Promise<SignedIn> {
  const path = (await headers()).get('x-stet-path') ?? '/'; // proxy.ts names the page that was asked for
  return (await visitor()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
