import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/session';
import { DeskForm } from '@/components/settings/desk-form';
import { MailPart } from '@/components/settings/mail-part';
import { Section } from '@/components/settings/section';
import { SettingsPage } from '@/components/settings/settings-page';
import { listMails, mailStanding } from '@/db/mail/standing';
import { permit } from '@/domain/permission';

export const metadata: Metadata = { title: 'The desk’s settings' };

/** Messages that are shown. */
const SHOWN = 30;

export default async function DeskSettingsPage() {
  const { person, desk, read } = await signedIn();
  const administer = permit(read.actor, 'administer');
  if (!administer.ok) notFound();
  const mail = await mailStanding(administer.value);
  const mails = mail.configured ? await listMails(administer.value, { limit: SHOWN }) : [];
  return (
    <SettingsPage title="The desk" here="/settings/desk" role={person.role}>
      <Section title="Name and people" lead="What holds for everybody who works here.">
        <DeskForm desk={desk} />
      </Section>
      {mail.configured && (
        <div id="mail">
          <Section title="E-mail" lead="What people have not read here, invitations and reset links are mailed.">
            <MailPart standing={mail} mails={mails} />
          </Section>
        </div>
      )}
    </SettingsPage>
  );
}
