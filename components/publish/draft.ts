import { z } from 'zod';
import { keep, kept } from '@/client/kept';
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
export const keptDraft = (articleId: string): Draft => draftSchema.safeParse(kept(keyOf(articleId))).data ?? emptyDraft;

/** Keeps it through a reload, a lost connection and an expired session; null forgets it. */
export const keepDraft = (articleId: string, draft: Draft | null): boolean => keep(keyOf(articleId), draft);
