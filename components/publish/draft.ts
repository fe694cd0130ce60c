import { z } from 'zod';
import { keep, kept } from '@/client/kept';
import { tiers } from '@/domain/edition';
import type { Schedule } from '@/domain/schedule';

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

/** What was typed and chosen in this browser and is not published yet; null where that is nothing. */
export const keptDraft = (articleId: string): Draft | null =>
  draftSchema.safeParse(kept(keyOf(articleId))).data ?? null;

/** What an edition that waits, or failed, was to say: whoever changes its hour need not type that again. */
export const draftOf = (schedule: Schedule | null): Draft =>
  schedule && schedule.state !== 'published'
    ? { note: schedule.note ?? '', tier: schedule.tier, asLastApproved: schedule.asLastApproved }
    : emptyDraft;

/** Keeps it through a reload, a lost connection and an expired session; null forgets it. */
export const keepDraft = (articleId: string, draft: Draft | null): boolean => keep(keyOf(articleId), draft);
