import { z } from 'zod';
import { conclusionSchema, conclusionText } from '../conclusion';
import { decideSchema } from './claims';
import { route } from './route';

export const patchConclusionSchema = z.strictObject({ text: conclusionText });
export type ConclusionPatch = z.infer<typeof patchConclusionSchema>;

const path = '/api/v1/articles/{id}/conclusion';
const versioned = { answer: conclusionSchema, etag: true } as const;

export const conclusionRoutes = {
  readConclusion: route({
    method: 'GET',
    path,
    summary: 'The conclusion of an article; one that nobody wrote is an empty draft',
    access: 'read',
    ...versioned,
  }),
  editConclusion: route({
    method: 'PATCH',
    path,
    summary: 'Write the conclusion, or empty it',
    access: 'annotate',
    body: patchConclusionSchema,
    ifMatch: 'required',
    ...versioned,
  }),
  submitConclusion: route({
    method: 'POST',
    path: `${path}/submission`,
    summary: 'Submit the conclusion to the editors',
    access: 'annotate',
    status: 200,
    ifMatch: 'required',
    ...versioned,
  }),
  takeBackConclusion: route({
    method: 'DELETE',
    path: `${path}/submission`,
    summary: 'Take the submission back',
    access: 'annotate',
    ifMatch: 'required',
    ...versioned,
  }),
  decideConclusion: route({
    method: 'POST',
    path: `${path}/decisions`,
    summary: 'Approve or return one exact state of the conclusion',
    access: 'decide',
    body: decideSchema.omit({ suggestion: true }),
    status: 200,
    ...versioned,
  }),
};
