import { z } from 'zod';
import { holdKinds, holdSchema } from '../hold';
import { text } from '../text';
import { addresses } from './addresses';
import { route } from './route';

export const setHoldSchema = z.strictObject({
  kind: z.enum(holdKinds),
  until: z.iso.datetime().nullable().optional().describe('When the embargo ends; a legal hold has no such time.'),
  reason: text({ max: 2000 }).refine((reason) => reason.trim() !== '', {
    error: 'Give a reason, for everybody at the desk who wonders.',
  }),
});
export type SetHold = z.infer<typeof setHoldSchema>;

export const holdRoutes = {
  setHold: route(addresses.setHold, {
    summary: 'Keep an article from being published, or hold it otherwise than before',
    access: 'publish',
    body: setHoldSchema,
    answer: holdSchema,
  }),
  liftHold: route(addresses.liftHold, {
    summary: 'Lift what keeps an article from being published',
    access: 'publish',
    status: 204,
    answer: z.null(),
  }),
};
