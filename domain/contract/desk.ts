import * as z from 'zod';
import { listOf, route } from './route';

/** Something a search found, and where it can be read: an article, or a claim in it. */
export const hitSchema = z.object({
  type: z.enum(['article', 'claim', 'source']),
  id: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  articleId: z.string(),
  claimId: z.string().nullable(),
});
export type Hit = z.infer<typeof hitSchema>;

export const deskRoutes = {
  searchDesk: route({
    method: 'GET',
    path: '/api/v1/search',
    summary: 'Articles, claims and sources that hold every word',
    access: 'read',
    query: z.object({ q: z.string().max(200).optional() }),
    answer: listOf(hitSchema),
  }),
};
