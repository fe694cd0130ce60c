import { z } from 'zod';
import { activityKinds, activitySchema } from '../activity';
import { addresses } from './addresses';
import { listOf, numberedPageQuery, route } from './route';

const day = z.iso.date({ error: 'Give the date as YYYY-MM-DD.' });

/** What of the desk's log is asked for. */
export const logFilter = {
  kind: z.enum(activityKinds).optional().describe('What was acted on.'),
  by: z.string().max(64).optional().describe('The id of who did it.'),
  article: z.string().max(64).optional().describe('The id of an article.'),
  from: day.optional().describe('The first day, in UTC.'),
  to: day.optional().describe('The last day, in UTC.'),
};
export const logFilterSchema = z.object(logFilter);
export type LogFilter = z.infer<typeof logFilterSchema>;

export const activityRoutes = {
  listDeskActivity: route(addresses.listDeskActivity, {
    summary: 'The log of the desk, newest first; what concerns people and their access, for administrators only',
    access: 'read',
    query: z.object({ ...numberedPageQuery, ...logFilter }),
    answer: listOf(activitySchema),
    paged: true,
  }),
};
