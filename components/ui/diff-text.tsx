import { diffWordsWithSpace } from 'diff';
import { VisuallyHidden } from './visually-hidden';

/** What changed between two wordings, word by word: struck out what went, underlined what came. */
export function DiffText({ before, after, className }: { before: string; after: string; className?: string }) {
  const parts = diffWordsWithSpace(before, after);
  return (
    <span className={className}>
      {parts.map((part, index) => {
        const key = `${index}${part.value.slice(0, 8)}`;
        if (part.added)
          return (
            <ins key={key} className="rounded-sm bg-ok-wash text-ok underline decoration-1 underline-offset-2">
              <VisuallyHidden> added: </VisuallyHidden>
              {part.value}
            </ins>
          );
        if (part.removed)
          return (
            <del key={key} className="rounded-sm bg-danger-wash text-danger line-through">
              <VisuallyHidden> removed: </VisuallyHidden>
              {part.value}
            </del>
          );
        return <span key={key}>{part.value}</span>;
      })}
    </span>
  );
}
