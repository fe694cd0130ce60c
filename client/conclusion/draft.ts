import { z } from 'zod';
import { keep, kept } from '../kept';

const draftSchema = z.object({
  text: z.string(),
  /** the digest of what it was written against */
  base: z.string(),
});
/** Words of a conclusion that the desk does not have yet. */
export type ConclusionDraft = z.infer<typeof draftSchema>;

const keyOf = (person: string, articleId: string): string => `stet.conclusion.${person}.${articleId}`;

/** What this person typed in this browser and the desk does not have; null without. */
export const keptConclusion = (person: string, articleId: string): ConclusionDraft | null =>
  draftSchema.safeParse(kept(keyOf(person, articleId))).data ?? null;

/** Keeps it through a reload, a lost connection and an expired session; null forgets it. */
export const keepConclusion = (person: string, articleId: string, draft: ConclusionDraft | null): boolean =>
  keep(keyOf(person, articleId), draft);
