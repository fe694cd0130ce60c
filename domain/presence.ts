import { z } from 'zod';

/** Seconds for which a tab counts as there without a sign of life: two may be lost on their way. */
export const PRESENCE_LEASE = 40;
/** Tabs of one person that are told apart. */
export const MOST_TABS = 40;

/** The parts of a claim in which one can be typing. */
export const typingFields = ['statement', 'rationale', 'evidence', 'details', 'discussion'] as const;
export type TypingField = (typeof typingFields)[number];

const id = z.string().regex(/^[\w-]{1,64}$/, { error: 'This is no id of ours.' });

/** Where a tab is: the article, the claim that is open in it, and where its person is typing. */
const placeSchema = {
  claimId: id.nullable(),
  field: z.enum(typingFields).nullable(),
};

/** A tab and where it is, as its browser tells it. */
export const tabSchema = z.strictObject({
  tab: z.string().regex(/^[\w-]{8,64}$/, { error: 'A tab is named by 8 to 64 letters, digits, - and _.' }),
  articleId: id,
  ...placeSchema,
});
export type TabPlace = z.infer<typeof tabSchema>;

/** Everybody who is in an article, each as often as they have it open. */
export const presenceSchema = z.object({
  articleId: id,
  present: z.array(z.object({ personId: z.string(), name: z.string(), ...placeSchema })),
});
export type Presence = z.infer<typeof presenceSchema>;
export type Present = Presence['present'][number];
