import { VisuallyHidden } from './visually-hidden';

/** "Ada Lovelace" is AL, "Plato" is P. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
};

/** A person as initials in a ring. `named` says the name too, for where it does not stand beside the ring. */
export const Avatar = ({ name, named = false }: { name: string; named?: boolean }) => (
  <span className="inline-flex shrink-0" title={named ? name : undefined}>
    <span
      aria-hidden
      className="inline-flex size-7 items-center justify-center rounded-full border border-rule bg-raised text-xs font-semibold text-ink-soft select-none"
    >
      {initials(name)}
    </span>
    {named && <VisuallyHidden>{name}</VisuallyHidden>}
  </span>
);
