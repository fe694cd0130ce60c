import { z } from 'zod';
import { scheduleSchema } from '../schedule';
import { addresses } from './addresses';
import { publishSchema } from './editions';
import { route } from './route';

export const setScheduleSchema = publishSchema.extend({
  at: z.iso.datetime({ error: 'Give the time as RFC 3339 in UTC, such as 2026-11-26T08:00:00Z.' }).describe('When.'),
});
export type SetSchedule = z.infer<typeof setScheduleSchema>;

export const scheduleRoutes = {
  readSchedule: route(addresses.readSchedule, {
    summary: 'The edition that waits for its hour, or what became of the latest that did; null where none ever was',
    access: 'read',
    answer: scheduleSchema.nullable(),
  }),
  schedule: route(addresses.schedule, {
    summary: 'Publish an edition at a time, in the place of the one that waits; everything is checked again then',
    access: 'publish',
    body: setScheduleSchema,
    answer: scheduleSchema,
    ifMatch: 'optional',
  }),
  unschedule: route(addresses.unschedule, {
    summary: 'Take back the edition that waits, or put away the word of one that failed',
    access: 'publish',
    status: 204,
    answer: z.null(),
  }),
};
