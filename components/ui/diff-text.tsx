import { VisuallyHidden } from './visually-hidden';
import { type Change, wordChanges } from './wording';

/** Said to screen readers only, and left out where the direction of the text around it is found. */
const Said = ({ children }: { children: string }) => (
  <VisuallyHidden>
    <bdi> {children} </bdi>
  </VisuallyHidden>
);

/** A piece of a wording: what was kept of it, what went and what came, each told in shape and words as well as colour. */
function Piece({ kind, text }: Change) {
  if (kind === 'kept') return text;
  if (kind === 'removed')
    return (
      <del className="rounded-sm bg-danger-wash text-danger line-through decoration-1">
        <Said>removed:</Said>
        {text}
      </del>
    );
  return (
    <ins className="rounded-sm bg-ok-wash text-ok underline decoration-1 underline-offset-2">
      <Said>added:</Said>
      {text}
    </ins>
  );
}

/** Changes of a wording in their order. */
export const Changes = ({ changes }: { changes: readonly Change[] }) =>
  changes.map((change, index) => {
    const key = `${index} ${change.kind}`;
    const apart = change.kind === 'added' && changes[index - 1]?.kind === 'removed';
    return (
      <span key={key} className={apart ? 'ml-0.5' : undefined}>
        <Piece {...change} />
      </span>
    );
  });

/** What changed between two wordings, word by word: struck out what went, underlined what came. */
export const DiffText = ({ before, after, className }: { before: string; after: string; className?: string }) => (
  <span className={className}>
    <Changes changes={wordChanges(before, after)} />
  </span>
);

/** The two sides of a difference, to stand beside each other: what was with what went, what is with what came. */
export function sidesOf(before: string, after: string): { was: Change[]; now: Change[] } {
  const changes = wordChanges(before, after);
  return {
    was: changes.filter(({ kind }) => kind !== 'added'),
    now: changes.filter(({ kind }) => kind !== 'removed'),
  };
}
