import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/session';
import { DeskForm } from '@/components/settings/desk-form';
import { Section } from '@/components/settings/section';
import { SettingsPage } from '@/components/settings/settings-page';
import { mayDo } from '@/domain/permission';

export const metadata: Metadata = { title: 'The desk’s settings' };

export default async function DeskSettingsPage() {
  const { person, desk } = await signedIn();
  if (!mayDo(person.role, 'administer')) notFound();
  return (
    <SettingsPage title="The desk" here="/settings/desk" role={person.role}>
      <Section title="Name and people" lead="What holds for everybody who works here.">
        <DeskForm desk={desk} />
      </Section>
    </SettingsPage>
  );
}
