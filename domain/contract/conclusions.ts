import { z } from 'zod';
import { conclusionSchema, conclusionText } from '../conclusion';
import { addresses } from './addresses';
import { decideSchema } from './claims';
import { route } from './route';

export const patchConclusionSchema = z.strictObject({ text: conclusionText });
export type ConclusionPatch = z.infer<typeof patchConclusionSchema>;

const versioned = { answer: conclusionSchema, etag: true } as const;

export const conclusionRoutes = {
  readConclusion: route(addresses.readConclusion, {
    summary: 'The conclusion of an article; one that nobody wrote is an empty draft',
    access: 'read',
    ...versioned,
  }),
  editConclusion: route(addresses.editConclusion, {
    summary: 'Write the conclusion, or empty it',
    access: 'annotate',
    body: patchConclusionSchema,
    ifMatch: 'required',
    ...versioned,
  }),
  submitConclusion: route(addresses.submitConclusion, {
    summary: 'Submit the conclusion to the editors',
    access: 'annotate',
    status: 200,
    ifMatch: 'required',
    ...versioned,
  }),
  takeBackConclusion: route(addresses.takeBackConclusion, {
    summary: 'Take the submission back',
    access: 'annotate',
    ifMatch: 'required',
    ...versioned,
  }),
  decideConclusion: route(addresses.decideConclusion, {
    summary: 'Approve or return one exact state of the conclusion',
    access: 'decide',
    body: decideSchema.omit({ suggestion: true }),
    status: 200,
    ...versioned,
  }),
};
