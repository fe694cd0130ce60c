import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { Commitments } from '@/components/settings/commitments';
import { SettingsPage } from '@/components/settings/settings-page';
import { StandardsForm } from '@/components/settings/standards-form';
import { LinkButton } from '@/components/ui/button';
import { standardsEffect } from '@/db/standards/report';
import { readStandards } from '@/db/standards/settings';
import { mayDo } from '@/domain/permission';

export const metadata: Metadata = { title: 'Standards' };

export default async function StandardsSettingsPage() {
  const { person, read } = await signedIn();
  const [settings, effect] = await Promise.all([readStandards(read), standardsEffect(read)]);
  const report = <LinkButton href="/standards">Report</LinkButton>;
  return (
    <SettingsPage title="Standards" here="/settings/standards" role={person.role} actions={report}>
      <StandardsForm settings={settings} effect={effect} administers={mayDo(person.role, 'administer')} />
      <Commitments />
    </SettingsPage>
  );
}
