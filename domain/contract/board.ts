import { z } from 'zod';
import { claimKinds } from '../claim';
import { claimFilterQuery, claimSorts } from '../claim-filter';
import { dueSchema } from '../due';
import { verdictValueSchema } from '../scale';
import { unsettledSchema } from '../settling';
import { text } from '../text';
import { claimStates } from '../workflow';
import { addresses } from './addresses';
import { listOf, pageQuery, problemSchema, route } from './route';

/** A claim as boards and lists show it: without rationale and evidence. */
export const claimBriefSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  articleTitle: z.string(),
  statement: z.string(),
  quote: z.string().nullable().describe('The first of its quotes.'),
  kind: z.enum(claimKinds),
  claimant: z.string().nullable().describe('The name of who made it.'),
  verdict: verdictValueSchema
    .pick({ key: true, label: true, colour: true, glyph: true })
    .nullable()
    .describe('As the scale of its article has it.'),
  state: z.enum(claimStates),
  assignee: z.string().nullable(),
  dueAt: dueSchema,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  unsettled: unsettledSchema.nullable(),
});
export type ClaimBrief = z.infer<typeof claimBriefSchema>;

const reason = text({ max: 2000, min: 1 });

/** What can be done to several claims at once. Deciding is none of it: each verdict is judged by itself. */
export const actSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), assignee: z.string().max(64).nullable() }),
  z.strictObject({ do: z.literal('set due'), dueAt: dueSchema }),
  z.strictObject({ do: z.literal('submit') }),
  z.strictObject({ do: z.literal('take back') }),
  z.strictObject({ do: z.literal('drop'), reason }),
  z.strictObject({ do: z.literal('restore') }),
]);
export type Act = z.infer<typeof actSchema>;

/** The most claims that one request acts on: each holds the write lock for a while. */
export const MOST_AT_ONCE = 100;

const target = z.strictObject({
  id: z.string().max(64),
  updatedAt: z.iso.datetime().optional().describe('As it was seen; a claim that changed since is left alone.'),
});
export const actsSchema = z.strictObject({ act: actSchema, claims: z.array(target).min(1).max(MOST_AT_ONCE) });
export type ActsRequest = z.infer<typeof actsSchema>;

export const actOutcomeSchema = z.object({
  id: z.string(),
  done: z.boolean(),
  claim: claimBriefSchema.nullable().describe('As it stands after that; null where there is none.'),
  was: z
    .object({ assignee: z.string().nullable(), dueAt: dueSchema, dropReason: z.string().nullable() })
    .nullable()
    .describe('What it takes to undo it; null where nothing was done.'),
  problems: z.array(problemSchema.shape.problems.unwrap().element).describe('Why it was not done.'),
});
export type ActOutcome = z.infer<typeof actOutcomeSchema>;

const count = z.int().min(0);

export const boardRoutes = {
  listDeskClaims: route(addresses.listDeskClaims, {
    summary: 'Claims of every article, in brief, by what they are picked by',
    access: 'read',
    query: z.object({
      ...claimFilterQuery,
      ...pageQuery,
      sort: z.enum(claimSorts).optional().describe('By due time unless given.'),
    }),
    answer: listOf(claimBriefSchema),
    paged: true,
  }),
  countDeskClaims: route(addresses.countDeskClaims, {
    summary: 'How many claims stand in each state, each counted up to 1,000',
    access: 'read',
    query: z.object(claimFilterQuery),
    answer: z.object({ counts: z.partialRecord(z.enum(claimStates), count) }),
  }),
  actOnClaims: route(addresses.actOnClaims, {
    summary: 'Do the same to several claims; each is answered by itself',
    access: 'annotate',
    body: actsSchema,
    status: 200,
    answer: listOf(actOutcomeSchema),
  }),
};
