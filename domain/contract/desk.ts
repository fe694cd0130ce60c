import * as z from 'zod';
import { hitSchema, noteSchema } from '../search/hit';
import { addresses } from './addresses';
import { listOf, numberedPageQuery, route } from './route';

export const deskRoutes = {
  searchDesk: route(addresses.searchDesk, {
    summary: 'Articles, claims, sources and comments, the best first, by words, "phrases", -without and filters',
    access: 'read',
    query: z.object({
      ...numberedPageQuery,
      q: z
        .string()
        .max(500)
        .optional()
        .describe(
          'Every word has to stand somewhere in it; the last one may go on. Filters: type: verdict: state: (or is:) kind: claimant: by: assignee: article: before: after: (a day, a month or a year). The same filter twice means either.',
        ),
    }),
    answer: listOf(hitSchema).extend({
      notes: z.array(noteSchema).describe('What of q was left out, and why.'),
      total: z.int().min(0).describe('How many there are; of more than 5,000 the latest are ranked.'),
    }),
    paged: true,
  }),
};
