import { z } from 'zod';
import { scaleSchema, verdictValueSchema } from '../scale';
import { addresses } from './addresses';
import { listOf, route } from './route';

/** A claim that was checked before and says much the same as another. */
export const earlierCheckSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  articleTitle: z.string(),
  statement: z.string(),
  verdict: verdictValueSchema.nullable(),
  scale: scaleSchema.describe('The scale that its verdict is of.'),
  checkedAt: z.iso.datetime().describe('When it was approved.'),
  published: z.boolean().describe('It is, or was, in an edition.'),
  score: z.number().min(0).max(1).describe('How alike the statements are: 1 for the same words.'),
  opposite: z.boolean().describe('One of the two statements has a negation that the other has not.'),
  numbers: z.boolean().describe('The statements name different numbers.'),
});
export type EarlierCheck = z.infer<typeof earlierCheckSchema>;

const answer = listOf(earlierCheckSchema);

export const earlierRoutes = {
  listEarlier: route(addresses.listEarlier, {
    summary: 'Approved claims that say much the same as a statement, those in editions first',
    access: 'read',
    query: z.object({
      statement: z.string().max(2000),
      claim: z.string().max(64).optional().describe('The claim that the statement is of, which is left out.'),
    }),
    answer,
  }),
  listEarlierOfClaim: route(addresses.listEarlierOfClaim, {
    summary: 'Approved claims that say much the same as a claim, those in editions first',
    access: 'read',
    answer,
  }),
};
