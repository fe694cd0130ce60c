import { z } from 'zod';
import { sightingSchema } from '../sighting';
import { addresses } from './addresses';
import { listOf, route } from './route';

const seenSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, { error: 'Name the state by its digest: 64 lowercase hex digits.' }),
});

export const sightingRoutes = {
  listSightings: route(addresses.listSightings, {
    summary: 'Who had a claim open, in which state of it, and first and last when',
    access: 'read',
    answer: listOf(sightingSchema),
  }),
  seeClaim: route(addresses.seeClaim, {
    summary: 'Take down that the caller has a claim open in the state that `digest` names',
    access: 'read',
    body: seenSchema,
    status: 204,
    answer: z.null(),
  }),
};
