import { z } from 'zod';
import { reportSchema } from '../revision';
import { text } from '../text';
import { foundSchema, watchIntervals, watchSchema } from '../watch';
import { addresses } from './addresses';
import { route } from './route';

export const setWatchSchema = z.strictObject({ every: z.enum(watchIntervals) });

export const acceptFoundSchema = z.strictObject({
  reason: text({ max: 2000 }).nullable().optional().describe('Why there is a new revision; else where it was found.'),
});

export const watchRoutes = {
  readWatch: route(addresses.readWatch, {
    summary: 'How the address of an article is watched, and what the last look at it came to',
    access: 'read',
    answer: watchSchema,
    etag: true,
  }),
  setWatch: route(addresses.setWatch, {
    summary: 'Look at the address of an article by schedule',
    access: 'annotate',
    body: setWatchSchema,
    answer: watchSchema,
    ifMatch: 'required',
    etag: true,
  }),
  clearWatch: route(addresses.clearWatch, {
    summary: 'Look at the address of an article only when somebody asks; what was found stays',
    access: 'annotate',
    answer: watchSchema,
    ifMatch: 'required',
    etag: true,
  }),
  checkWatch: route(addresses.checkWatch, {
    summary: 'Look at the address of an article now; a look that came to nothing says so in `problem`',
    access: 'annotate',
    status: 200,
    answer: watchSchema,
    etag: true,
  }),
  readFound: route(addresses.readFound, {
    summary: 'The changed text that was found at the address and waits to be accepted or dismissed',
    access: 'read',
    answer: foundSchema,
    etag: true,
  }),
  acceptFound: route(addresses.acceptFound, {
    summary: 'Make the changed text the newest revision, and say of each claim whether it still stands',
    access: 'annotate',
    body: acceptFoundSchema,
    answer: reportSchema,
    ifMatch: 'required',
  }),
  dismissFound: route(addresses.dismissFound, {
    summary: 'Dismiss the changed text; the same text is not found again',
    access: 'annotate',
    status: 204,
    answer: z.null(),
    ifMatch: 'required',
  }),
};
