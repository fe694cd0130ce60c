import { z } from 'zod';
import { conclusionKey } from '../conclusion';
import { confirmationSchema } from '../edition';
import { addresses } from './addresses';
import { listOf, route } from './route';

export const overrideSchema = z.object({
  edition: z.int().min(1).describe('The newest edition that shows the claim as it was approved so.'),
  claim: z.union([z.int().min(1), z.literal(conclusionKey)]).describe('Its number in editions, or the conclusion.'),
  statement: z.string().describe('Of a conclusion, its text.'),
  reason: z.string().describe('Why nobody else could approve it.'),
  approvedBy: z.string(),
  approvedAt: z.iso.datetime(),
  contributors: z.array(z.string()).describe('Ids of who had a part in it then: none of them confirms it.'),
  confirmation: confirmationSchema.nullable(),
});
export type Override = z.infer<typeof overrideSchema>;

export const confirmSchema = z.strictObject({
  edition: z.int().min(1).max(999_999_999).describe('The number of an edition that shows the claim.'),
  claim: z
    .union([z.int().min(1).max(999_999_999), z.literal(conclusionKey)])
    .describe('Its number in editions, or `conclusion`.'),
});
export type ConfirmRequest = z.infer<typeof confirmSchema>;

export const overrideRoutes = {
  listOverrides: route(addresses.listOverrides, {
    summary: 'Published claims that were approved without a second person, and who confirmed them in retrospect',
    access: 'read',
    answer: listOf(overrideSchema),
  }),
  confirmOverride: route(addresses.confirmOverride, {
    summary: 'Confirm in retrospect, as a second person, a claim that was approved without one',
    access: 'decide',
    body: confirmSchema,
    answer: overrideSchema,
  }),
};
