import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { MailChoice } from '@/components/settings/mail-choice';
import { NotificationChoices } from '@/components/settings/notification-choices';
import { PasswordForm } from '@/components/settings/password-form';
import { ProfileForm } from '@/components/settings/profile-form';
import { Section } from '@/components/settings/section';
import { SettingsPage } from '@/components/settings/settings-page';
import { SignOutEverywhere } from '@/components/settings/sign-out-everywhere';
import { Tokens } from '@/components/settings/tokens';
import { SingleKeySwitch } from '@/components/ui/key-list';
import { ThemeChoice } from '@/components/ui/theme-choice';
import { mailsAnything } from '@/db/mail/links';
import { readSettings } from '@/db/notifications/read';
import { listTokens } from '@/db/people/tokens';

export const metadata: Metadata = { title: 'Settings' };

/** More than anybody keeps. */
const MOST_TOKENS = 500;

export default async function YourSettingsPage() {
  const { person, desk, read } = await signedIn();
  const [tokens, { muted, mail }] = await Promise.all([listTokens(read, { limit: MOST_TOKENS }), readSettings(read)]);
  return (
    <SettingsPage title="You" here="/settings" role={person.role}>
      <Section title="Name and credit" lead={<span className="wrap-anywhere">You sign in as {person.email}.</span>}>
        <ProfileForm person={person} desk={desk.name} />
      </Section>
      <Section title="This browser" lead="Kept here alone; another browser has its own.">
        <ThemeChoice />
        <SingleKeySwitch />
      </Section>
      <div id="notifications">
        <Section title="Notifications" lead="What the bell tells you of. You are never told of your own deeds.">
          <NotificationChoices muted={muted} />
          {mailsAnything() && <MailChoice chosen={mail} email={person.email} />}
        </Section>
      </div>
      <Section title="Password" lead="A new one signs you out in every other browser.">
        <PasswordForm email={person.email} />
      </Section>
      <Section title="Sessions" lead="If you left a browser signed in where others can use it.">
        <SignOutEverywhere />
      </Section>
      <Section title="Access tokens" lead="For programs that use Stet for you, with your rights.">
        <Tokens tokens={tokens} />
      </Section>
    </SettingsPage>
  );
}
