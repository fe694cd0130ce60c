import { diffArrays } from 'diff';

export type Change = { kind: 'kept' | 'removed' | 'added'; text: string };

// a word or a figure with its inner signs (60,000; €1.2; O’Neill; twenty-one), a run of space, or one other sign
const token = /[\p{L}\p{N}]+(?:[.,:’'‑-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu;
const tokens = (text: string): string[] => text.match(token) ?? [];

/** Edits after which two wordings count as different throughout: telling more would take longer than a page may. */
const MOST_EDITS = 1500;

/** Adds to a list of changes, joining what has the same kind. */
const append = (changes: Change[], kind: Change['kind'], text: string): void => {
  const last = changes.at(-1);
  if (last?.kind === kind) last.text += text;
  else if (text) changes.push({ kind, text });
};

/**
 * What changed between two wordings, whole words and whole figures at a time: "60,000" to "61,000" is one figure
 * replaced, not one digit. A lone space between two changes belongs to both, so that a phrase is replaced as one.
 * The kept and removed texts joined are `before`, the kept and added ones `after`. Where almost nothing is the same, all
 * of it is replaced.
 */
export function wordChanges(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    append(changes, 'removed', removed);
    append(changes, 'added', added);
    removed = '';
    added = '';
  };
  const parts = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_EDITS });
  if (!parts)
    return [{ kind: 'removed', text: before } as const, { kind: 'added', text: after } as const].filter(
      ({ text }) => text !== '',
    );
  parts.forEach((part, index) => {
    const text = part.value.join('');
    if (part.removed) removed += text;
    else if (part.added) added += text;
    else if (text.trim() === '' && index > 0 && index < parts.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      append(changes, 'kept', text);
    }
  });
  flush();
  return changes;
}
