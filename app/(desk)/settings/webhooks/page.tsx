import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/session';
import { Section } from '@/components/settings/section';
import { SettingsPage } from '@/components/settings/settings-page';
import { Webhooks } from '@/components/settings/webhooks';
import { listDeliveries, listWebhooks } from '@/db/webhooks/hooks';
import { permit } from '@/domain/permission';

export const metadata: Metadata = { title: 'Webhooks' };

/** More than any desk has. */
const MOST = 100;
/** Attempts that are shown of each. */
const SHOWN = 20;

export default async function WebhooksPage() {
  const { person, read } = await signedIn();
  const administer = permit(read.actor, 'administer');
  if (!administer.ok) notFound();
  const hooks = await listWebhooks(administer.value, { limit: MOST });
  const logs = await Promise.all(hooks.map(({ id }) => listDeliveries(administer.value, id, { limit: SHOWN })));
  return (
    <SettingsPage title="Webhooks" here="/settings/webhooks" role={person.role}>
      <Section
        title="Telling other systems"
        lead="Each receiver is sent a signed message when something happens: ids, titles and addresses, never verdicts or notes. What does not arrive is tried again, in order, until it does."
      >
        <Webhooks
          hooks={hooks.map((hook, index) => {
            const log = logs[index];
            return { hook, deliveries: log?.ok ? log.value : [] };
          })}
        />
      </Section>
    </SettingsPage>
  );
}
