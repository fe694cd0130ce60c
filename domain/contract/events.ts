import { z } from 'zod';
import { eventSchema } from '../event';
import { MOST_TABS, tabSchema } from '../presence';
import { addresses } from './addresses';
import { route } from './route';

export const presenceRequestSchema = z.strictObject({
  tabs: z.array(tabSchema).max(MOST_TABS).describe('Where each of the tabs is; those not named stay as they were.'),
  gone: z.array(tabSchema.shape.tab).max(MOST_TABS).optional().describe('Tabs that were closed.'),
});
export type PresenceRequest = z.infer<typeof presenceRequestSchema>;

export const eventRoutes = {
  followArticle: route(addresses.followArticle, {
    summary: 'The log of an article as it grows, and who is in it; resumes from Last-Event-ID',
    access: 'read',
    answer: eventSchema,
    events: true,
  }),
  followDesk: route(addresses.followDesk, {
    summary: 'The logs of all articles as they grow, and who is in which; resumes from Last-Event-ID',
    access: 'read',
    answer: eventSchema,
    events: true,
  }),
  tellPresence: route(addresses.tellPresence, {
    summary: 'Say in which articles one is, and where in them; holds for the seconds answered',
    access: 'read',
    body: presenceRequestSchema,
    answer: z.object({ seconds: z.int() }),
  }),
};
