import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { ScaleView } from '@/components/settings/scale-view';
import { SettingsPage } from '@/components/settings/settings-page';
import { LinkButton } from '@/components/ui/button';
import { listScales } from '@/db/scales';
import { mayDo } from '@/domain/permission';

export const metadata: Metadata = { title: 'Scales' };

const MOST = 500;

export default async function ScalesPage() {
  const { person, read } = await signedIn();
  const scales = await listScales(read, { limit: MOST });
  const administers = mayDo(person.role, 'administer');
  const add = (
    <LinkButton variant="primary" icon={<Plus aria-hidden />} href="/settings/scales/new">
      Add a scale
    </LinkButton>
  );
  return (
    <SettingsPage title="Scales" here="/settings/scales" role={person.role} actions={administers && add}>
      <p className="mb-8 max-w-2xl text-ink-soft">
        An article uses one scale, in the version it began with. A change makes a new version for the articles to come,
        so that no verdict changes its meaning after it was given.
      </p>
      {scales.map((scale) => (
        <ScaleView key={scale.id} scale={scale} administers={administers} />
      ))}
    </SettingsPage>
  );
}
