import type { ReactNode } from 'react';
import { signedIn } from '@/app/session';
import { DeskSearch } from '@/components/desk/desk-search';
import { Live } from '@/components/live/live';
import { Saving } from '@/components/saving/saving';
import { DeskShell } from '@/components/ui/desk-shell';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { person } = await signedIn();
  return (
    <DeskShell person={person}>
      {children}
      <DeskSearch />
      <Saving person={person} />
      <Live person={person.id} />
    </DeskShell>
  );
}
