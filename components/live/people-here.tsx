'use client';
import { PencilLine } from 'lucide-react';
import type { Present, TypingField } from '@/domain/presence';
import { Avatar } from '../ui/avatar';

const fieldWords: Record<TypingField, string> = {
  statement: 'typing in the statement',
  rationale: 'typing in the rationale',
  evidence: 'adding evidence',
  details: 'typing in the details',
  discussion: 'writing a comment',
};

/** Each person once, by where they type if they type anywhere. */
function eachOnce(present: readonly Present[]): Present[] {
  const byPerson = new Map<string, Present>();
  for (const one of present) if (one.field || !byPerson.has(one.personId)) byPerson.set(one.personId, one);
  return [...byPerson.values()];
}

const inWords = ({ name, field }: Present): string => (field ? `${name}, ${fieldWords[field]}` : name);

const counted = (many: number): string => (many === 1 ? '1 other' : `${many} others`);

type Props = {
  present: readonly Present[];
  /** what they all have in common, for the name of the group */
  where: string;
  most?: number;
};

/**
 * The people who are somewhere, as rings. There to be read by whoever looks or comes there by a screen reader, and
 * announced to nobody: colleagues come and go all day.
 */
export function PeopleHere({ present, where, most = 3 }: Props) {
  const people = eachOnce(present);
  if (people.length === 0) return null;
  const shown = people.slice(0, most);
  const others = people.slice(most);
  return (
    <ul aria-label={`${where}: ${people.map(({ name }) => name).join(', ')}`} data-here className="flex -space-x-1.5">
      {shown.map((one) => (
        <li key={one.personId} title={inWords(one)} className="relative rounded-full bg-paper">
          <Avatar name={one.name} />
          <span className="sr-only">{inWords(one)}</span>
          {one.field && (
            <PencilLine
              aria-hidden
              className="absolute -right-0.5 -bottom-0.5 size-3.5 rounded-full bg-paper p-px text-accent"
            />
          )}
        </li>
      ))}
      {others.length > 0 && (
        <li
          title={others.map(inWords).join('\n')}
          className="relative inline-flex size-7 items-center justify-center rounded-full border border-rule bg-paper text-xs text-ink-soft"
        >
          <span aria-hidden>+{others.length}</span>
          <span className="sr-only">{counted(others.length)}</span>
        </li>
      )}
    </ul>
  );
}
