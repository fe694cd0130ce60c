import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { Forgotten } from '@/components/door/forgotten';
import { mailsAnything } from '@/db/mail/links';

export const metadata: Metadata = { title: 'Forgotten your password?' };

export default async function ForgottenPage() {
  await connection();
  if (!mailsAnything()) notFound();
  return <Forgotten />;
}
