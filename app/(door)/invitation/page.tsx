import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Invitation } from '@/components/door/invitation';

export const metadata: Metadata = { title: 'Join' };

export default async function InvitationPage() {
  await connection();
  return <Invitation />;
}
