'use client';
import { Plus, Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { signOut } from '@/client/session';
import { Announcer, toast } from './announcer';
import { buttonLook, LinkButton } from './button';
import { classes } from './classes';
import { type Command, useShortcuts } from './command';
import { CommandPalette } from './command-palette';
import { ConfirmHost } from './confirm';
import { headerSlotId } from './header-slot';
import { Kbd } from './kbd';
import { KeyList } from './key-list';
import { PersonMenu, type ShellPerson } from './person-menu';
import { SkipLink } from './skip-link';
import { Wordmark } from './wordmark';

type Panel = 'palette' | 'keys' | null;

const deskCommands = (show: (panel: Panel) => void, go: (href: string) => void, admin: boolean): Command[] => [
  { keys: 'Mod+K', label: 'Search and commands', group: 'Everywhere', run: () => show('palette'), whileTyping: true },
  { keys: '/', label: 'Search', group: 'Everywhere', run: () => show('palette') },
  { keys: '?', label: 'Keys', group: 'Everywhere', run: () => show('keys') },
  { label: 'Go to the desk', group: 'Everywhere', run: () => go('/'), keywords: ['home', 'queue', 'articles'] },
  {
    label: 'Go to the board',
    group: 'Everywhere',
    run: () => go('/board'),
    keywords: ['claims', 'assign', 'due', 'list'],
  },
  {
    label: 'New article',
    group: 'Everywhere',
    run: () => go('/articles/new'),
    keywords: ['import', 'paste', 'upload'],
  },
  { label: 'The desk in figures', group: 'Everywhere', run: () => go('/figures'), keywords: ['statistics', 'charts'] },
  { label: 'The log', group: 'Everywhere', run: () => go('/log'), keywords: ['history', 'activity', 'audit'] },
  { label: 'Settings', group: 'Everywhere', run: () => go('/settings') },
  { label: 'People', group: 'Everywhere', run: () => go('/people'), disabled: !admin },
];

const SearchButton = ({ onClick }: { onClick: () => void }) => (
  <button
    type="button"
    onClick={onClick}
    aria-label="Search and commands"
    aria-keyshortcuts="/ Control+K"
    className={classes(buttonLook('quiet'), 'px-2.5 max-[23rem]:px-1.5 lg:min-w-44 lg:justify-start lg:font-normal')}
  >
    <Search aria-hidden />
    <span className="hidden flex-1 text-left lg:inline">Search</span>
    <span className="hidden lg:inline">
      <Kbd keys="/" />
    </span>
  </button>
);

const leave = () =>
  signOut().catch(() =>
    toast({ kind: 'danger', text: 'You are still signed in: the server did not answer. Try again in a moment.' }),
  );

type Props = { person: ShellPerson; children: ReactNode };

/** The frame of every signed-in page: one slim bar, and whatever may open on top of any page. */
export function DeskShell({ person, children }: Props) {
  const [panel, setPanel] = useState<Panel>(null);
  const router = useRouter();
  useShortcuts(deskCommands(setPanel, router.push, person.role === 'admin'));
  const close = (open: boolean) => !open && setPanel(null);
  return (
    <>
      <SkipLink />
      <header
        id="bar"
        className="sticky top-0 z-30 flex h-13 items-center gap-1 border-b bg-paper px-3 max-[23rem]:gap-0 max-[23rem]:px-1.5 sm:gap-2 sm:px-5 print:hidden"
      >
        <Link href="/" aria-label="Stet, the desk" className="flex h-9 items-center px-1 pb-1 no-underline">
          <Wordmark />
        </Link>
        <Link
          href="/board"
          className="flex h-9 items-center px-2 text-ink-soft no-underline hover:text-ink max-sm:hidden"
        >
          Board
        </Link>
        <div id={headerSlotId('title')} className="ml-3 hidden min-w-0 flex-1 truncate text-ink-soft md:block" />
        <div className="flex-1 md:hidden" />
        <div id={headerSlotId('status')} className="flex min-w-0 items-center text-sm leading-tight text-ink-soft" />
        <div id={headerSlotId('actions')} className="flex shrink-0 items-center gap-1" />
        <SearchButton onClick={() => setPanel('palette')} />
        {/* on the narrowest phones it gives way to how saving stands; the search has it too */}
        <LinkButton
          href="/articles/new"
          icon={<Plus aria-hidden />}
          aria-label="New article"
          className="max-sm:px-2.5 max-[23rem]:hidden"
        >
          <span className="hidden sm:inline">New article</span>
        </LinkButton>
        <div id={headerSlotId('bell')} className="flex shrink-0 items-center" />
        <PersonMenu person={person} onKeys={() => setPanel('keys')} onSignOut={leave} />
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <CommandPalette open={panel === 'palette'} onOpenChange={close} />
      <KeyList open={panel === 'keys'} onOpenChange={close} />
      <ConfirmHost />
      <Announcer />
    </>
  );
}
