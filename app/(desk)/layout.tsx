import type { ReactNode } from 'react';
import { signedIn } from '@/app/session';
import { Saving } from '@/components/saving/saving';
import { DeskSearch } from '@/components/search/desk-search';
import { DeskShell } from '@/components/ui/desk-shell';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { person } = await signedIn();
  return (
    <DeskShell person={person}>
      {children}
      <DeskSearch />
      <Saving person={person} />
    </DeskShell>
  );
}
