'use client';
import { ChartColumn, Keyboard, LogOut, ScrollText, Settings, Users } from 'lucide-react';
import { type Role, roleNames } from '@/domain/person';
import { Avatar } from './avatar';
import { Menu, MenuHeading, MenuItem, MenuLine, MenuLink } from './menu';
import { ThemeMenuChoice } from './theme-choice';

/** Who is signed in, as the bar shows it. */
export type ShellPerson = { name: string; role: Role };

type Props = { person: ShellPerson; onKeys: () => void; onSignOut: () => void };

/** What concerns the person rather than the work: settings, appearance, keys, the way out. */
export const PersonMenu = ({ person, onKeys, onSignOut }: Props) => (
  <Menu
    trigger={
      <button
        type="button"
        aria-label={`${person.name}: your menu`}
        className="flex size-9 items-center justify-center rounded-full"
      >
        <Avatar name={person.name} />
      </button>
    }
  >
    <div className="px-2.5 pt-2 pb-1">
      <p className="font-semibold">{person.name}</p>
      <p className="text-sm text-ink-faint">{roleNames[person.role]}</p>
    </div>
    <MenuLine />
    <MenuLink href="/settings" icon={<Settings aria-hidden />}>
      Settings
    </MenuLink>
    {person.role === 'admin' && (
      <MenuLink href="/people" icon={<Users aria-hidden />}>
        People
      </MenuLink>
    )}
    <MenuLink href="/figures" icon={<ChartColumn aria-hidden />}>
      The desk in figures
    </MenuLink>
    <MenuLink href="/log" icon={<ScrollText aria-hidden />}>
      The log
    </MenuLink>
    <MenuItem icon={<Keyboard aria-hidden />} keys="?" onSelect={onKeys}>
      Keys
    </MenuItem>
    <MenuLine />
    <MenuHeading>Appearance</MenuHeading>
    <ThemeMenuChoice />
    <MenuLine />
    <MenuItem icon={<LogOut aria-hidden />} onSelect={onSignOut}>
      Sign out
    </MenuItem>
  </Menu>
);
