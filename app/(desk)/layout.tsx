import type { ReactNode } from 'react';
import { signedIn } from '@/app/session';
import { Bell } from '@/components/desk/bell';
import { Live } from '@/components/live/live';
import { Saving } from '@/components/saving/saving';
import { DeskSearch } from '@/components/search/desk-search';
import { DeskShell } from '@/components/ui/desk-shell';
import { headOfLog } from '@/db/events/read';
import { countUnread } from '@/db/notifications/read';
import { namesOfPeople } from '@/db/people/people';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { person, read } = await signedIn();
  const since = await headOfLog(read);
  const [unread, names] = await Promise.all([countUnread(read), namesOfPeople(read)]);
  return (
    <DeskShell person={person}>
      {children}
      <DeskSearch />
      <Bell unread={unread} names={names} person={person.id} since={since} />
      <Saving person={person} />
      <Live person={person.id} />
    </DeskShell>
  );
}
