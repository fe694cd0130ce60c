import { z } from 'zod';
import { type AnchorState, anchorStates, changeKinds, type Described, describedSchema } from '../anchor';

/** Where words stood when a person last selected or settled them, or were last found as they were then. */
export const stoodSchema = describedSchema.extend({ revision: z.int().min(1) });
export type Stood = z.infer<typeof stoodSchema>;

/**
 * Where a claim stands in a revision. Words that changed or are lost remember where they stood (`footing`), and are
 * looked for from there in every later revision until a person settles them. What is lost has the span of its footing.
 */
export type Place = Described & {
  state: AnchorState;
  /** null while the words are those that a person selected or settled */
  footing: Stood | null;
  /** a person keeps it as it stood */
  kept: boolean;
};

/** What became of one place of a claim in a new revision, as it was found then. */
export const findingSchema = z.object({
  state: z.enum(anchorStates),
  was: z.string().describe('The words as a person last selected or settled them.'),
  now: z.string().nullable().describe('The words there now; null when they are lost.'),
  changes: z.array(z.enum(changeKinds)).describe('What kind of change it is; empty unless `changed`.'),
  from: stoodSchema.describe('Where the words stood.'),
  to: z.object({ start: z.int(), end: z.int() }).nullable().describe('Where they stand in the new revision.'),
});
export type Finding = z.infer<typeof findingSchema>;

/** Whether a place calls for a person: its words changed or are lost, and nobody has said to keep them. */
export const isUnsettled = ({ state, kept }: Pick<Place, 'state' | 'kept'>): boolean => !isIntact(state) && !kept;

/** Whether the words are there as a person last selected or settled them. */
export const isIntact = (state: AnchorState): boolean => state === 'exact' || state === 'moved';
