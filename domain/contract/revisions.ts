import { z } from 'zod';
import { anchorSchema } from '../anchor';
import { annotationsReportSchema } from '../annotation';
import { docSchema, revisionHeadSchema, revisionSchema, titleSchema } from '../article';
import { claimSchema } from '../claim';
import { reportSchema } from '../revision';
import { settlementSchema, settlingWays } from '../settling';
import { text } from '../text';
import { addresses } from './addresses';
import { contentFormats, importedLineSchema, importSchema } from './articles';
import { listOf, numberedPageQuery, route } from './route';

const base = z
  .int()
  .min(1)
  .describe('The newest revision when this was made; where there is a newer one by now → 412 with that one.');
const reason = text({ max: 2000 }).nullable().optional().describe('Why there is a new revision.');

/** A text as it was published anew, read like a first import. */
export const newTextSchema = z.strictObject({
  format: z.enum(contentFormats).optional().describe('Text unless said otherwise.'),
  content: z.string(),
  title: titleSchema.optional().describe('The headline, if the text does not hold it; else it stays what it was.'),
  setAside: importSchema.shape.setAside,
  reason,
  base: base.optional(),
});

/** What an editor makes of the newest revision's document, to correct how it was imported. */
export const newDocumentSchema = z.strictObject({
  format: z.literal('document'),
  doc: docSchema.describe('A ProseMirror document; its text blocks joined by one line feed are the text.'),
  title: titleSchema.optional(),
  reason,
  base,
});
export const newRevisionSchema = z.union([newTextSchema, newDocumentSchema]);
export type NewRevisionRequest = z.infer<typeof newRevisionSchema>;

export const revisionPreviewSchema = reportSchema.extend({
  text: z.string(),
  lines: z.array(importedLineSchema).describe('Each line of what was sent; empty for a document.'),
  doc: docSchema.describe('All lines as a document, a text block each, to be changed and sent back as `doc`.'),
  repairs: z.array(z.string()).describe('What had to be mended, in words.'),
});
export type RevisionPreview = z.infer<typeof revisionPreviewSchema>;

/** Where a claim stands in one revision, and how it was settled there. */
export const timelineEntrySchema = z.object({
  revision: revisionHeadSchema,
  anchor: anchorSchema.nullable().describe('Null for a claim about the headline, an image or the article.'),
  alsoAt: z.array(anchorSchema),
  headline: z
    .object({ exact: z.string(), state: anchorSchema.shape.state })
    .nullable()
    .describe('For a claim about the headline: how that reads here.'),
  kept: z.boolean().describe('A person keeps it as it stood.'),
  settlement: settlementSchema.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** Somebody else's document, read by `formats/import/annotations`; its fields are its own. */
export const foreignAnnotationsSchema = z
  .union([z.looseObject({}), z.array(z.unknown())])
  .describe('A W3C Web Annotation, a page or collection of them, or what the API or export of Hypothesis gives.');

export const revisionRoutes = {
  importAnnotations: route(addresses.importAnnotations, {
    summary: 'Make a draft claim of each annotation that was made with another tool, once, with a report',
    access: 'annotate',
    body: foreignAnnotationsSchema,
    answer: annotationsReportSchema,
  }),
  listRevisions: route(addresses.listRevisions, {
    summary: 'The numbered revisions of an article, newest first',
    access: 'read',
    query: z.object(numberedPageQuery),
    answer: listOf(revisionHeadSchema),
    paged: true,
  }),
  addRevision: route(addresses.addRevision, {
    summary: 'Add a revision, and say of each claim whether it still stands; only editors send a document',
    access: 'annotate',
    body: newRevisionSchema,
    multipart: true,
    answer: reportSchema,
  }),
  previewRevision: route(addresses.previewRevision, {
    summary: 'What adding a revision would report; stores nothing',
    access: 'annotate',
    body: newRevisionSchema,
    multipart: true,
    status: 200,
    answer: revisionPreviewSchema,
  }),
  readRevision: route(addresses.readRevision, {
    summary: 'One revision with its text and document',
    access: 'read',
    answer: revisionSchema,
    etag: true,
  }),
  readReport: route(addresses.readReport, {
    summary: 'What a revision did to the claims, and which of them are settled by now; the first has none',
    access: 'read',
    answer: reportSchema,
    etag: true,
  }),
  listAnchors: route(addresses.listAnchors, {
    summary: 'Where a claim stands in each revision of its article, newest first',
    access: 'read',
    answer: listOf(timelineEntrySchema),
  }),
  settleClaim: route(addresses.settleClaim, {
    summary: 'Say that the new words are the same claim, or keep it as it stood',
    access: 'annotate',
    body: z.strictObject({
      way: z.enum(settlingWays),
      revision: z.int().min(1).describe('The newest revision, which was looked at; a stale one → 412.'),
    }),
    status: 200,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  unsettleClaim: route(addresses.unsettleClaim, {
    summary: 'Undo the settlement made in the newest revision, or a keep in force',
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
};
