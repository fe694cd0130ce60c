import type { Check } from '@/domain/edition';
import type { Draft } from './draft';

/**
 * The checklist as it stands while the note is being typed: the server answers for everything but the note and the kind
 * of change, which it does not know yet.
 */
export const liveChecks = (checklist: Check[], { note, tier }: Draft): Check[] =>
  checklist.map((check) => {
    if (check.rule === 'needs-note' && note.trim())
      return { ...check, holds: true, message: 'A note says why this edition differs.' };
    if (check.rule === 'needs-tier' && !check.holds && tier && tier !== 'verdict-changed')
      return { ...check, holds: true, message: 'The kind of change is chosen.' };
    return check;
  });

/** Where what a line of the checklist tells of can be seen; null where that is no place of its own. */
export const addressOf = (articleId: string, { claimId, rule }: Check): string | null =>
  claimId !== null ? claimAddress(articleId, claimId) : rule === 'open-threads' ? `/articles/${articleId}` : null;

/** The address of a claim in the workspace. */
export const claimAddress = (articleId: string, claimId: string): string => `/articles/${articleId}#claim-${claimId}`;
