import { Ban, Eraser } from 'lucide-react';
import type { Erased } from '@/domain/erasure';
import { type Person, roleNames } from '@/domain/person';
import { ErasedNote } from '../erasing/erased-note';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { PersonControls } from './person-controls';

type Props = {
  person: Person;
  self: boolean;
  administers: boolean;
  /** for administrators: how name and address were erased */
  erased?: Erased;
  names: Readonly<Record<string, string>>;
};

/** One of the desk's people; with what an administrator may do about them, for administrators. */
export const PersonRow = ({ person, self, administers, erased, names }: Props) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b py-3">
    <Avatar name={person.name} />
    <div className="min-w-40 flex-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold wrap-anywhere" dir="auto">
          {person.name}
        </span>
        {self && <span className="text-sm text-ink-faint">you</span>}
        {person.erased && <Badge icon={<Eraser aria-hidden />}>Erased</Badge>}
        {person.disabled && !person.erased && (
          <Badge mood="warn" icon={<Ban aria-hidden />}>
            Disabled
          </Badge>
        )}
      </p>
      {erased && (
        <p className="text-sm text-ink-soft wrap-anywhere">
          <ErasedNote erased={erased} names={names} />
        </p>
      )}
      {person.email && !person.erased && <p className="text-sm text-ink-soft wrap-anywhere">{person.email}</p>}
    </div>
    {administers && !person.erased ? (
      <PersonControls person={person} self={self} />
    ) : (
      <p className="text-sm text-ink-soft">{roleNames[person.role]}</p>
    )}
  </li>
);
