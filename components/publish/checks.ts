import { conclusionKey } from '@/domain/conclusion';
import type { Check } from '@/domain/edition';
import { type Hold, stands } from '@/domain/hold';
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

/** The address of a claim in the workspace, or of the conclusion. */
export const claimAddress = (articleId: string, claimId: string): string =>
  `/articles/${articleId}#${claimId === conclusionKey ? conclusionKey : `claim-${claimId}`}`;

/** Where a line of the checklist leads to: its claim, the conclusion, or the text that is talked about. */
export const addressOfCheck = (articleId: string, { rule, claimId }: Check): string | null => {
  if (claimId) return claimAddress(articleId, claimId);
  if (rule === 'open-threads') return `/articles/${articleId}`;
  return rule.startsWith('conclusion') ? claimAddress(articleId, conclusionKey) : null;
};

/** Whether a line of the checklist stands in the way at a time: an embargo that has ended by then does not. */
export const standsAt =
  (at: string, hold: Hold | null) =>
  ({ rule }: Check): boolean =>
    rule !== 'on-hold' || hold === null || stands(hold, new Date(at));
