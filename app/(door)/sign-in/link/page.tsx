import type { Metadata } from 'next';
import { connection } from 'next/server';
import { SignInLink } from '@/components/door/sign-in-link';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInLinkPage() {
  await connection();
  return <SignInLink />;
}
