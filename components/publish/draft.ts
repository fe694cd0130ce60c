import { z } from 'zod';
import { tiers } from '@/domain/edition';

const draftSchema = z.object({
  note: z.string(),
  tier: z.enum(tiers).nullable(),
  /** ids of the claims that go out as last approved */
  asLastApproved: z.array(z.string()),
});
/** What an editor has typed and chosen for the next edition. */
export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = { note: '', tier: null, asLastApproved: [] };

const keyOf = (articleId: string): string => `stet-next-edition-${articleId}`;

/** What was typed and chosen in this browser and is not published yet. */
export function keptDraft(articleId: string): Draft {
  try {
    const kept = draftSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(articleId)) ?? 'null'));
    return kept.success ? kept.data : emptyDraft;
  } catch {
    return emptyDraft; // not ours, or a browser that keeps nothing
  }
}

/** Keeps it through a reload, a lost connection and an expired session; null forgets it. */
export function keepDraft(articleId: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(articleId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(articleId));
  } catch {
    // a browser that keeps nothing: the page itself still holds it
  }
}
