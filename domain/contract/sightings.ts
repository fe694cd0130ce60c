import { z } from 'zod';
import { sightingSchema } from '../sighting';
import { listOf, route } from './route';

const path = '/api/v1/claims/{id}/sightings';

const seenSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, { error: 'Name the state by its digest: 64 lowercase hex digits.' }),
});

export const sightingRoutes = {
  listSightings: route({
    method: 'GET',
    path,
    summary: 'Who had a claim open, in which state of it, and first and last when',
    access: 'read',
    answer: listOf(sightingSchema),
  }),
  seeClaim: route({
    method: 'PUT',
    path,
    summary: 'Take down that the caller has a claim open in the state that `digest` names',
    access: 'read',
    body: seenSchema,
    status: 204,
    answer: z.null(),
  }),
};
