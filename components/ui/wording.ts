import { diffArrays } from 'diff';

export type Change = { kind: 'kept' | 'removed' | 'added'; text: string };

// a word or a figure with its inner signs (60,000; €1.2; O’Neill; twenty-one), a run of space, or one other sign
const token = /[\p{L}\p{N}]+(?:[.,:’'‑-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu;
const tokens = (text: string): string[] => text.match(token) ?? [];

/** Adds to a list of changes, joining what has the same kind. */
const append = (changes: Change[], kind: Change['kind'], text: string): void => {
  const last = changes.at(-1);
  if (last?.kind === kind) last.text += text;
  else if (text) changes.push({ kind, text });
};

/**
 * What changed between two wordings, whole words and whole figures at a time: "60,000" to "61,000" is one figure
 * replaced, not one digit. A lone space between two changes belongs to both, so that a phrase is replaced as one.
 * The kept and removed texts joined are `before`, the kept and added ones `after`.
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
  const parts = diffArrays(tokens(before), tokens(after));
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
