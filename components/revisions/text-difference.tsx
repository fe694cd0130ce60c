import type { ReactNode } from 'react';
import { Changes } from '../ui/diff-text';
import { Notice } from '../ui/notice';
import type { TextChange } from './text-changes';
import { counted } from './wording';

/** Changed paragraphs shown on one page. */
const MOST = 400;
/** Characters shown of a paragraph that came, went or moved as a whole. */
const LONGEST = 3000;

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length - LONGEST} more characters)` : text;

const looks = {
  around: { edge: 'border-transparent', ink: 'text-ink-faint', name: null },
  removed: { edge: 'border-danger', ink: 'text-danger line-through decoration-1', name: 'Removed' },
  added: { edge: 'border-ok', ink: 'text-ok underline decoration-1 underline-offset-2', name: 'Added' },
  'moved away': { edge: 'border-rule', ink: 'text-ink-soft', name: 'Moved away from here' },
  'moved here': { edge: 'border-rule', ink: 'text-ink', name: 'Moved here' },
  changed: { edge: 'border-warn', ink: '', name: 'Changed' },
};

function Words({ change }: { change: Exclude<TextChange, { kind: 'same' }> }): ReactNode {
  if (change.kind === 'changed') return <Changes changes={change.changes} />;
  const { text, kind } = change;
  if (kind === 'removed') return <del className="no-underline">{shortened(text)}</del>;
  if (kind === 'added') return <ins className="no-underline">{shortened(text)}</ins>;
  if (kind === 'around') return text.length > 240 ? `${text.slice(0, 239)}…` : text;
  return shortened(text);
}

/** A paragraph of the difference, with what became of it in words. */
function Paragraph({ change, language }: { change: TextChange; language: string }) {
  if (change.kind === 'same')
    return (
      <li className="py-2 text-sm text-ink-faint">
        {counted(change.count, 'paragraph')} as {change.count === 1 ? 'it was' : 'they were'}
      </li>
    );
  const { edge, ink, name } = looks[change.kind];
  return (
    <li className={`flex flex-col gap-0.5 border-l-2 py-1.5 pl-4 ${edge}`}>
      {name && <span className="text-sm text-ink-faint">{name}</span>}
      <p className={`font-serif text-md leading-read wrap-anywhere ${ink}`} dir="auto" lang={language}>
        <Words change={change} />
      </p>
    </li>
  );
}

/** What changed between two texts: the paragraphs concerned, word by word, and a little of what stands around them. */
export function TextDifference({ changes, language }: { changes: readonly TextChange[] | null; language: string }) {
  if (changes === null)
    return (
      <Notice title="These two texts have too little in common">
        So much was removed and added that a difference would say nothing. The reports tell what became of each claim.
      </Notice>
    );
  if (changes.length === 0) return <p className="text-ink-soft">The text is the same, letter by letter.</p>;
  return (
    <>
      <ol className="flex max-w-3xl flex-col gap-1.5">
        {changes.slice(0, MOST).map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the texts is all that a paragraph is known by
          <Paragraph key={index} change={change} language={language} />
        ))}
      </ol>
      {changes.length > MOST && (
        <p className="text-ink-soft">Here it is cut: more of the text changed than can be read on one page.</p>
      )}
    </>
  );
}
