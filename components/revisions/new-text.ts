import type { NewRevisionRequest } from '@/domain/contract/revisions';
import { asideOf, contentOf, type DraftText, oneLine } from '../import/draft';
import type { Rich } from '../import/rich';

/** A text that is to be the next revision, as a person means it and not stored yet. */
export type NewText = {
  /** the revision it was begun from */
  base: number;
  pasted: string;
  /** what the pasted text is more than text */
  rich: Rich | null;
  reason: string;
  title: string;
  /** what was read of it; null while it is being pasted */
  read: DraftText | null;
};

export const newTextFrom = (base: number): NewText => ({
  base,
  pasted: '',
  rich: null,
  reason: '',
  title: '',
  read: null,
});

export const isBlank = ({ pasted, reason, read }: NewText): boolean => pasted === '' && reason === '' && read === null;

/** The request for a text as it stands: as it was pasted, or as its lines were chosen since. */
export function requestOf({ base, pasted, rich, reason, title, read }: NewText): NewRevisionRequest {
  const why = reason.trim() || null;
  if (read === null) return { ...(rich ?? { format: 'text', content: pasted }), reason: why, base };
  return { ...contentOf(read), title: oneLine(title) || undefined, setAside: asideOf(read), reason: why, base };
}
