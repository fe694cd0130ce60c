import { z } from 'zod';
import { line, text } from './text';
import { webAddress } from './web-address';

export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];
export const sourceTypes = ['page', 'document', 'dataset', 'person'] as const;

const day = z.iso.date({ error: 'Give the date as YYYY-MM-DD.' });

export const sourceFields = {
  type: z.enum(sourceTypes),
  url: webAddress.nullable(),
  title: line({ max: 500 }),
  publisher: line({ max: 200 }).nullable(),
  publishedOn: day.nullable(),
  withheld: z.boolean().describe('A source to protect: only its description is ever published.'),
  description: text({ max: 1000 }).nullable().describe('What of a withheld source may be published.'),
};
export const sourceSchema = z.object({
  id: z.string(),
  ...sourceFields,
  site: z
    .string()
    .nullable()
    .describe('The registrable domain of its address: sources of one site count as one publisher’s.'),
});
export type Source = z.infer<typeof sourceSchema>;

/** A source as a client describes it: anew, or one that the desk already knows. */
export const newSourceSchema = z.strictObject({
  ...sourceFields,
  type: sourceFields.type.optional(),
  url: sourceFields.url.optional(),
  publisher: sourceFields.publisher.optional(),
  publishedOn: sourceFields.publishedOn.optional(),
  withheld: sourceFields.withheld.optional(),
  description: sourceFields.description.optional(),
});
export type NewSource = z.infer<typeof newSourceSchema>;
export const sourceChoiceSchema = z.union([z.strictObject({ id: z.string().min(1).max(64) }), newSourceSchema]);
export type SourceChoice = z.infer<typeof sourceChoiceSchema>;

export const evidenceFields = {
  stance: z.enum(stances),
  quote: text({ max: 5000 }).nullable().describe('The passage quoted.'),
  locator: line({ max: 300 }).nullable().describe('Where in the source it stands.'),
  primary: z.boolean(),
  accessedOn: day.nullable(),
  archivedUrl: webAddress.nullable(),
  note: text({ max: 5000 }).nullable().describe('Internal; never published.'),
};
export const evidenceSchema = z.object({
  id: z.string(),
  number: z.int().min(1),
  ...evidenceFields,
  source: sourceSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;
