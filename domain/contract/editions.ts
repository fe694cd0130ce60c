import { z } from 'zod';
import {
  checkSchema,
  conclusionFates,
  differenceSchema,
  payloadSchema,
  tiers,
  withdrawalSchema,
  withdrawnEditionSchema,
} from '../edition';
import { erasedSchema } from '../erasure';
import { holdSchema } from '../hold';
import { scheduleSchema } from '../schedule';
import { text } from '../text';
import { claimStates } from '../workflow';
import { addresses } from './addresses';
import { listOf, numberedPageQuery, route } from './route';

export const editionSchema = z.object({
  number: z.int().min(1),
  url: z.string().describe('Its own address, a path of this server.'),
  digest: z.string(),
  previousDigest: z.string().nullable(),
  note: z.string().nullable(),
  tier: z.enum(tiers).nullable(),
  revision: z.int().min(1).describe('The revision it annotates.'),
  newerRevision: z.int().nullable().describe('The newest revision of the article, where that is a later one.'),
  publishedBy: z.string(),
  publishedAt: z.iso.datetime(),
  withdrawal: withdrawalSchema.nullable().describe('Why it is shown no more.'),
  erased: erasedSchema.nullable().describe('Its words were erased on request after it was withdrawn, for good.'),
});
export type Edition = z.infer<typeof editionSchema>;

export const nextEditionSchema = z.object({
  number: z.int(),
  payload: payloadSchema.describe('As publishing now would freeze it; salts, hashes and the time are drawn anew then.'),
  tier: z
    .enum(tiers)
    .nullable()
    .describe('`verdict-changed` where a verdict differs from the edition before; else null.'),
  hold: holdSchema.nullable().describe('What keeps the article from being published now.'),
  checklist: z.array(checkSchema),
  goesOut: z.array(z.object({ claimId: z.string(), k: z.int(), asLastApproved: z.boolean() })),
  leftOut: z.array(z.object({ claimId: z.string(), state: z.enum(claimStates), statement: z.string() })),
  approvedBefore: z
    .array(z.object({ claimId: z.string(), state: z.enum(claimStates), statement: z.string(), chosen: z.boolean() }))
    .describe('Claims approved before and changed since: each goes out as last approved or stays out.'),
  conclusion: z
    .object({ state: z.enum(claimStates), fate: z.enum(conclusionFates), text: z.string() })
    .describe('The conclusion as it stands now, and what becomes of it.'),
  scheduled: scheduleSchema.nullable().describe('The edition that waits for its hour, or the latest that had one.'),
  differences: z.array(differenceSchema).describe('From the edition before; empty for the first.'),
});
export type NextEdition = z.infer<typeof nextEditionSchema>;

export const publishSchema = z.strictObject({
  note: text({ max: 2000 }).nullable().optional().describe('Why this edition differs; required from edition 2 on.'),
  tier: z
    .enum(tiers)
    .nullable()
    .optional()
    .describe('Required from edition 2 on; a changed verdict sets its own. The first edition has none.'),
  asLastApproved: z
    .array(z.string().max(64))
    .max(5000)
    .optional()
    .describe(
      'Claims approved before and changed since that go out as last approved; the others stay out. `conclusion` names that.',
    ),
});
export type PublishRequest = z.infer<typeof publishSchema>;

export const withdrawSchema = z.strictObject({
  edition: z.int().min(1).max(999_999_999).optional().describe('The number of the edition to withdraw.'),
  claim: z
    .union([z.int().min(1).max(999_999_999), text({ max: 64 })])
    .optional()
    .describe('The claim to withdraw in all editions: its number in them, or its id.'),
  reason: text({ max: 2000 })
    .refine((reason) => reason.trim() !== '', { error: 'Give a reason: readers are shown it.' })
    .describe('Published in the place of what is withdrawn.'),
});
export type WithdrawRequest = z.infer<typeof withdrawSchema>;

export const withdrawalMadeSchema = z.object({
  id: z.string(),
  edition: z.int().nullable(),
  claim: z.int().nullable().describe('Its number in editions.'),
  reason: z.string(),
  withdrawnBy: z.string(),
  withdrawnAt: z.iso.datetime(),
});
export type WithdrawalMade = z.infer<typeof withdrawalMadeSchema>;

export const editionRoutes = {
  nextEdition: route(addresses.nextEdition, {
    summary: 'What publishing now would do; the ETag is of what would be published, so drafts do not change it',
    access: 'read',
    query: z.object({
      asLastApproved: z
        .string()
        .max(20_000)
        .optional()
        .describe('Ids of claims to send out as last approved, by commas.'),
    }),
    answer: nextEditionSchema,
    etag: true,
  }),
  publish: route(addresses.publish, {
    summary: 'Publish an edition',
    access: 'publish',
    body: publishSchema,
    answer: editionSchema,
    ifMatch: 'optional',
  }),
  listEditions: route(addresses.listEditions, {
    summary: 'The editions of an article, newest first',
    access: 'read',
    query: z.object(numberedPageQuery),
    answer: listOf(editionSchema),
    paged: true,
  }),
  readEdition: route(addresses.readEdition, {
    summary: 'The frozen payload of an edition, from which anyone can recompute its digest',
    access: 'public',
    answer: z.union([payloadSchema, withdrawnEditionSchema]),
    etag: true,
  }),
  withdraw: route(addresses.withdraw, {
    summary: 'Withdraw an edition, or one claim in all editions, for good',
    access: 'publish',
    body: withdrawSchema,
    answer: withdrawalMadeSchema,
  }),
};
