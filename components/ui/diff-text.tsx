import { VisuallyHidden } from './visually-hidden';
import { wordChanges } from './wording';

/** What changed between two wordings, word by word: struck out what went, underlined what came. */
export const DiffText = ({ before, after, className }: { before: string; after: string; className?: string }) => (
  <span className={className}>
    {wordChanges(before, after).map(({ kind, text }, index) => {
      const key = `${index} ${kind}`;
      if (kind === 'kept') return <span key={key}>{text}</span>;
      if (kind === 'removed')
        return (
          <del key={key} className="rounded-sm bg-danger-wash text-danger line-through decoration-1">
            <VisuallyHidden> removed: </VisuallyHidden>
            {text}
          </del>
        );
      return (
        <ins key={key} className="ml-0.5 rounded-sm bg-ok-wash text-ok underline decoration-1 underline-offset-2">
          <VisuallyHidden> added: </VisuallyHidden>
          {text}
        </ins>
      );
    })}
  </span>
);
