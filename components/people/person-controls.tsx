'use client';
import { Ban, DoorOpen, Eraser, KeyRound, MoreHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Person, type Role, roleNames, roles } from '@/domain/person';
import { askErasure } from '../erasing/ask-erasure';
import { ShownOnce } from '../form/shown-once';
import { toast } from '../ui/announcer';
import { buttonLook } from '../ui/button';
import { confirm } from '../ui/confirm';
import { Dialog } from '../ui/dialog';
import { Menu, MenuItem } from '../ui/menu';
import { Select } from '../ui/select';
import { changePerson, makeResetLink } from './change';

const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }));

/** A person's role and access, for administrators. What has an undo takes effect at once; what has none asks first. */
export function PersonControls({ person, self }: { person: Person; self: boolean }) {
  const router = useRouter();
  const [made, setMade] = useState<Awaited<ReturnType<typeof makeResetLink>>>(null);

  const changeRole = async (role: Role) => {
    if (self && !(await confirm(ownRole(role)))) return;
    const changed = await changePerson(person, { role });
    router.refresh();
    if (!changed) return;
    const undo = async () => {
      await changePerson(changed, { role: person.role });
      router.refresh();
    };
    toast({
      text: `${person.name} is now ${roleNames[role].toLowerCase()}.`,
      action: self ? undefined : { label: 'Undo', run: undo },
    });
  };
  const setDisabled = async (disabled: boolean) => {
    if (disabled && !(await confirm(disabling(person, self)))) return;
    const changed = await changePerson(person, { disabled });
    if (changed) toast({ text: disabled ? `${person.name} is disabled.` : `${person.name} can sign in again.` });
    router.refresh();
  };
  const erase = async () => {
    await askErasure({ kind: 'person', id: person.id, name: person.name });
    router.refresh();
  };

  return (
    <div className="ml-11 flex items-center gap-2 sm:ml-0">
      <Select
        aria-label={`Role of ${person.name}`}
        className="w-40"
        value={person.role}
        options={roleOptions}
        onChange={changeRole}
      />
      <Menu
        trigger={
          <button
            type="button"
            aria-label={`More about ${person.name}`}
            className={`${buttonLook('quiet')} size-9 px-0`}
          >
            <MoreHorizontal aria-hidden />
          </button>
        }
      >
        {!person.disabled && (
          <MenuItem icon={<KeyRound aria-hidden />} onSelect={async () => setMade(await makeResetLink(person))}>
            Make a reset link
          </MenuItem>
        )}
        {person.disabled ? (
          <MenuItem icon={<DoorOpen aria-hidden />} onSelect={() => setDisabled(false)}>
            Let in again
          </MenuItem>
        ) : (
          <MenuItem danger icon={<Ban aria-hidden />} onSelect={() => setDisabled(true)}>
            Disable …
          </MenuItem>
        )}
        {person.disabled && (
          <MenuItem danger icon={<Eraser aria-hidden />} onSelect={erase}>
            Erase name and address …
          </MenuItem>
        )}
      </Menu>
      <Dialog open={made !== null} onOpenChange={() => setMade(null)} title={`A new password for ${person.name}`}>
        <ShownOnce label="The reset link" secret={made?.link ?? ''}>
          {made?.mailed
            ? `It is mailed to ${person.email}. Should it not arrive, send it to ${person.name} yourself, and to nobody else.`
            : `Send it to ${person.name} alone.`}{' '}
          It works once, for a day; until then the present password goes on working.
        </ShownOnce>
      </Dialog>
    </div>
  );
}

const ownRole = (role: Role) => ({
  title: `Become ${roleNames[role].toLowerCase()}?`,
  body: 'You give up administering this desk. Only another administrator can give it back to you.',
  action: `Become ${roleNames[role].toLowerCase()}`,
});

const disabling = ({ name }: Person, self: boolean) => ({
  title: self ? 'Disable yourself?' : `Disable ${name}?`,
  body: `${self ? 'You are' : `${name} is`} signed out at once everywhere, and access tokens and links stop working for good. What ${self ? 'you' : 'they'} did stays. An administrator can let ${self ? 'you' : 'them'} in again.`,
  action: 'Disable',
  danger: true,
});
