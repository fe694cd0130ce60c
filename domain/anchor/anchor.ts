import { z } from 'zod';

const offset = z.int().min(0);

/** A stretch of a revision's plain text (its blocks joined by one "\n") in UTF-16 units; `end` is the first unit after it. */
export const spanSchema = z.object({ start: offset, end: offset });
export type Span = z.infer<typeof spanSchema>;

/** A span with the words it holds, as a client names one. */
export const quoteSchema = spanSchema.extend({ exact: z.string() });
export type Quote = z.infer<typeof quoteSchema>;

/** A quote with up to 32 units of text on either side, enough to find it again in another revision. */
export const describedSchema = quoteSchema.extend({ prefix: z.string(), suffix: z.string() });
export type Described = z.infer<typeof describedSchema>;

export const anchorStates = ['exact', 'moved', 'changed', 'lost'] as const;
export type AnchorState = (typeof anchorStates)[number];

/** Where a claim stands in one revision. One that is lost names the revision, and the place in it, where it last stood. */
export const anchorSchema = describedSchema.extend({
  revision: z.int().min(1),
  state: z.enum(anchorStates).describe('`changed` and `lost`: a person must settle it.'),
});
export type Anchor = z.infer<typeof anchorSchema>;
