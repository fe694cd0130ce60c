import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Reset } from '@/components/door/reset';

export const metadata: Metadata = { title: 'A new password' };

export default async function ResetPage() {
  await connection();
  return <Reset />;
}
