'use client';
import { PencilLine } from 'lucide-react';
import type { Present, TypingField } from '@/domain/presence';
import { Avatar } from '../ui/avatar';
import { classes } from '../ui/classes';

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

const More = ({ people, className }: { people: readonly Present[]; className?: string }) => (
  <span
    aria-hidden
    title={people.map(inWords).join('\n')}
    className={classes(
      'relative inline-flex size-7 items-center justify-center rounded-full border border-rule bg-paper text-xs text-ink-soft',
      className,
    )}
  >
    +{people.length}
  </span>
);

type Props = {
  present: readonly Present[];
  /** what they have in common, for those who cannot see where the rings stand */
  where: string;
  most?: number;
  /** on a phone only how many they are */
  countedOnPhone?: boolean;
};

/**
 * The people who are somewhere, as rings. There to be read by whoever looks or comes there by a screen reader, and
 * announced to nobody: colleagues come and go all day.
 */
export function PeopleHere({ present, where, most = 3, countedOnPhone = false }: Props) {
  const people = eachOnce(present);
  if (people.length === 0) return null;
  const shown = people.slice(0, most);
  const others = people.slice(most);
  return (
    <span data-here className="mx-1 flex shrink-0 items-start -space-x-1.5">
      <span className="sr-only">
        {where}: {people.map(inWords).join('; ')}
      </span>
      {shown.map((one) => (
        <span
          key={one.personId}
          aria-hidden
          title={inWords(one)}
          className={classes('relative rounded-full bg-paper', one.field && 'z-1', countedOnPhone && 'max-sm:hidden')}
        >
          <Avatar name={one.name} />
          {one.field && (
            <PencilLine className="absolute -right-1 -bottom-1 size-4 rounded-full border bg-paper p-0.5 text-accent" />
          )}
        </span>
      ))}
      {others.length > 0 && <More people={others} className={countedOnPhone ? 'max-sm:hidden' : undefined} />}
      {countedOnPhone && <More people={people} className="sm:hidden" />}
    </span>
  );
}
