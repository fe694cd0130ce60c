import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/session';
import { ScaleForm } from '@/components/settings/scale-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { listScales } from '@/db/scales';
import { mayDo } from '@/domain/permission';

export const metadata: Metadata = { title: 'A scale' };

type Search = { searchParams: Promise<{ from?: string | string[] }> };

const MOST = 500;

export default async function NewScalePage({ searchParams }: Search) {
  const { person, read } = await signedIn();
  if (!mayDo(person.role, 'administer')) notFound();
  const { from } = await searchParams;
  const scales = await listScales(read, { limit: MOST });
  const base = scales.find(({ id }) => id === from) ?? null;
  if (from !== undefined && !base) notFound();
  const title = base ? `${base.name}: version ${base.version + 1}` : 'A new scale';
  return (
    <SettingsPage title={title} here="/settings/scales" role={person.role}>
      <ScaleForm from={base} taken={scales.map(({ id }) => id)} />
    </SettingsPage>
  );
}
