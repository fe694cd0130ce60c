import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { Invitations } from '@/components/people/invitations';
import { Invite } from '@/components/people/invite';
import { PersonRow } from '@/components/people/person-row';
import { SettingsPage } from '@/components/settings/settings-page';
import { listErasedPeople } from '@/db/erasing/person';
import { mailsAnything } from '@/db/mail/links';
import { listInvitations } from '@/db/people/invitations';
import { listPeople } from '@/db/people/people';
import { permit } from '@/domain/permission';

export const metadata: Metadata = { title: 'People' };

/** More than work on any desk. */
const MOST = 2000;

export default async function PeoplePage() {
  const { person: self, read } = await signedIn();
  const administer = permit(read.actor, 'administer');
  const people = await listPeople(read, { limit: MOST });
  const erased = administer.ok ? await listErasedPeople(administer.value) : {};
  const names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
  const invitations = administer.ok ? await listInvitations(administer.value, { limit: MOST }) : [];
  return (
    <SettingsPage
      title="People"
      here="/people"
      role={self.role}
      actions={administer.ok && <Invite mails={mailsAnything()} />}
    >
      <ul aria-label="People of the desk" className="flex flex-col border-t">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            self={person.id === self.id}
            administers={administer.ok}
            erased={erased[person.id]}
            names={names}
          />
        ))}
      </ul>
      {invitations.length > 0 && (
        <section aria-labelledby="open-invitations" className="mt-10 flex flex-col gap-3">
          <h2 id="open-invitations" className="font-serif text-lg leading-tight font-semibold">
            Open invitations
          </h2>
          <Invitations invitations={invitations} />
        </section>
      )}
    </SettingsPage>
  );
}
