import type { NewRevisionRequest, RevisionPreview } from '@/domain/contract/revisions';
import type { DraftLine } from '../import/draft';

/** A text that is to be the next revision, as a person means it and not stored yet. */
export type NewText = {
  /** the revision it was begun from */
  base: number;
  pasted: string;
  reason: string;
  title: string;
  /** its lines once it was read; null while it is being pasted */
  lines: DraftLine[] | null;
};

export const newTextFrom = (base: number): NewText => ({ base, pasted: '', reason: '', title: '', lines: null });
export const isBlank = ({ pasted, reason, lines }: NewText): boolean =>
  pasted === '' && reason === '' && lines === null;

export const linesOf = ({ lines }: RevisionPreview): DraftLine[] =>
  lines.map(({ text, setAside, reason }, id) => ({ id, text, setAside, reason }));

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** The lines that are not empty, each in a paragraph of its own: a text to read again. */
export const textOf = (lines: readonly DraftLine[]): string =>
  lines
    .map(({ text }) => oneLine(text))
    .filter(Boolean)
    .join('\n\n');

/** The lines with one set aside or put back, and every other that reads the same: they are known by their words. */
export function withAside(lines: readonly DraftLine[], id: number, setAside: boolean): DraftLine[] {
  const words = lines.find((line) => line.id === id)?.text;
  return lines.map((line) => (line.text === words ? { ...line, setAside, reason: null } : line));
}

export const withText = (lines: readonly DraftLine[], id: number, text: string): DraftLine[] =>
  lines.map((line) => (line.id === id ? { ...line, text } : line));

/** The request for a text as it stands: as it was pasted, or as its lines were chosen since. */
export function requestOf({ base, pasted, reason, title, lines }: NewText): NewRevisionRequest {
  const why = reason.trim() || null;
  if (lines === null) return { format: 'text', content: pasted, reason: why, base };
  const setAside = lines.filter((line) => line.setAside && oneLine(line.text)).map(({ text }) => oneLine(text));
  return { format: 'text', content: textOf(lines), title: oneLine(title) || undefined, setAside, reason: why, base };
}
