import { z } from 'zod';
import { aboutSchema } from '../about';
import { claimFields, claimSchema } from '../claim';
import { dueSchema } from '../due';
import { evidenceFields, evidenceSchema, sourceChoiceSchema, sourceFields, sourceSchema } from '../evidence';
import { suggestedFields } from '../suggestion';
import { text } from '../text';
import { addresses } from './addresses';
import { listOf, pageQuery, route } from './route';

const offset = z.int().min(0).max(10_000_000);
/**
 * A span as a person selected it: `exact` must equal the newest revision's text from `start` to `end`. What else an
 * anchor of an answer holds may be sent back along with it.
 */
export const selectionSchema = z.object({ start: offset, end: offset, exact: z.string().max(1_000_000) });

const partial = {
  statement: claimFields.statement.optional(),
  claimant: claimFields.claimant.optional(),
  kind: claimFields.kind.optional(),
  saidOn: claimFields.saidOn.optional(),
  saidAt: claimFields.saidAt.optional(),
  verdict: claimFields.verdict.optional(),
  rationale: claimFields.rationale.optional(),
  assignee: z.string().max(64).nullable().optional(),
  dueAt: dueSchema.optional(),
  about: aboutSchema.nullable().optional(),
  revision: z.int().min(1).optional().describe('The revision the offsets were read from; a stale one → 412.'),
  alsoAt: z.array(selectionSchema).max(200).optional(),
};
const anchored = z.strictObject({ ...partial, anchor: selectionSchema.nullable().optional() });
/** A claim needs an anchor in the text or something it is about; the rest is prefilled. */
export const newClaimSchema = anchored;
export type NewClaim = z.infer<typeof newClaimSchema>;
export const patchClaimSchema = anchored;
export type ClaimPatch = z.infer<typeof patchClaimSchema>;

export const newEvidenceSchema = z.strictObject({
  source: sourceChoiceSchema,
  stance: evidenceFields.stance,
  quote: evidenceFields.quote.optional(),
  locator: evidenceFields.locator.optional(),
  primary: evidenceFields.primary.optional(),
  accessedOn: evidenceFields.accessedOn.optional(),
  archivedUrl: evidenceFields.archivedUrl.optional(),
  note: evidenceFields.note.optional(),
});
export type NewEvidence = z.infer<typeof newEvidenceSchema>;
export const patchEvidenceSchema = z.strictObject({
  ...newEvidenceSchema.partial().shape,
  removed: z.literal(false).optional().describe('Restores deleted evidence under its number.'),
});
export type EvidencePatch = z.infer<typeof patchEvidenceSchema>;

const reason = text({ max: 2000, min: 1 });
export const decideSchema = z.strictObject({
  outcome: z.enum(['approve', 'return']),
  digest: z.string().regex(/^[0-9a-f]{64}$/, { error: 'Send the digest of the state you decided on.' }),
  note: text({ max: 5000 }).nullable().optional().describe('Required with a return.'),
  suggestion: z
    .strictObject({ statement: claimFields.statement.optional(), rationale: claimFields.rationale.optional() })
    .optional()
    .describe('With a return: words for whoever works on the claim to accept as their own, or not.'),
  override: z.strictObject({ reason }).optional().describe('An administrator lifts the two-person rule.'),
});
export type DecisionRequest = z.infer<typeof decideSchema>;

/** Accepting is per field; what is not named is declined, and an empty list declines all. */
export const settleSuggestionSchema = z.strictObject({ accept: z.array(z.enum(suggestedFields)).max(2) });
export const mergeSchema = z.strictObject({
  into: z.string().min(1).max(64).describe('The claim of the same article that takes its evidence.'),
});

const patchSourceSchema = z.strictObject({
  ...z.object(sourceFields).partial().shape,
  lapses: z
    .array(z.string().max(64))
    .max(1000)
    .optional()
    .describe('Ids of the approved claims whose approval this change lapses: name them all to go ahead.'),
});
export type SourcePatch = z.infer<typeof patchSourceSchema>;

export const evidenceAnswerSchema = evidenceSchema.extend({ claimId: z.string() });

export const claimRoutes = {
  listClaims: route(addresses.listClaims, {
    summary: 'The claims of an article in every state, oldest first',
    access: 'read',
    query: z.object(pageQuery),
    answer: listOf(claimSchema),
    paged: true,
  }),
  createClaim: route(addresses.createClaim, {
    summary: 'Make a claim from a span, or about the headline, an image or the article',
    access: 'annotate',
    body: newClaimSchema,
    answer: claimSchema,
    etag: true,
  }),
  readClaim: route(addresses.readClaim, {
    summary: 'One claim',
    access: 'read',
    answer: claimSchema,
    etag: true,
  }),
  editClaim: route(addresses.editClaim, {
    summary: 'Change a claim',
    access: 'annotate',
    body: patchClaimSchema,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  addEvidence: route(addresses.addEvidence, {
    summary: "Add evidence to a claim; the ETag is the claim's",
    access: 'annotate',
    body: newEvidenceSchema,
    answer: evidenceAnswerSchema,
    etag: true,
  }),
  editEvidence: route(addresses.editEvidence, {
    summary: "Change evidence, or restore it; If-Match and ETag are the claim's",
    access: 'annotate',
    body: patchEvidenceSchema,
    answer: evidenceAnswerSchema,
    ifMatch: 'required',
    etag: true,
  }),
  removeEvidence: route(addresses.removeEvidence, {
    summary: "Delete evidence; its number is kept for it; If-Match and ETag are the claim's",
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  submitClaim: route(addresses.submitClaim, {
    summary: 'Submit a claim to the editors',
    access: 'annotate',
    status: 200,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  takeBackClaim: route(addresses.takeBackClaim, {
    summary: 'Take a submission back',
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  decideClaim: route(addresses.decideClaim, {
    summary: 'Approve or return one exact state of a claim',
    access: 'decide',
    body: decideSchema,
    status: 200,
    answer: claimSchema,
    etag: true,
  }),
  dropClaim: route(addresses.dropClaim, {
    summary: 'Drop a claim, with a reason',
    access: 'drop',
    body: z.strictObject({ reason }),
    status: 200,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  restoreClaim: route(addresses.restoreClaim, {
    summary: 'Restore a dropped claim',
    access: 'drop',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  splitClaim: route(addresses.splitClaim, {
    summary:
      'Make a draft copy of a claim with its span, rationale and evidence, for a second assertion in the same words',
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  mergeClaim: route(addresses.mergeClaim, {
    summary: 'Drop a claim as a duplicate: its evidence moves to another claim; restoring it moves that back',
    access: 'drop',
    body: mergeSchema,
    status: 200,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  settleSuggestion: route(addresses.settleSuggestion, {
    summary: 'Accept the wording that a return suggests as one’s own edit, or decline it',
    access: 'annotate',
    body: settleSuggestionSchema,
    status: 200,
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  reopenSuggestion: route(addresses.reopenSuggestion, {
    summary: 'Take back how a suggestion was settled, with the words it replaced',
    access: 'annotate',
    answer: claimSchema,
    ifMatch: 'required',
    etag: true,
  }),
  listSources: route(addresses.listSources, {
    summary: 'Sources the desk knows, newest first',
    access: 'read',
    query: z.object({
      ...pageQuery,
      q: z.string().max(200).optional().describe('Words of title, publisher or address.'),
    }),
    answer: listOf(sourceSchema),
    paged: true,
  }),
  readSource: route(addresses.readSource, {
    summary: 'One source',
    access: 'read',
    answer: sourceSchema,
    etag: true,
  }),
  editSource: route(addresses.editSource, {
    summary: 'Change a shared source, naming the approvals that this lapses',
    access: 'annotate',
    body: patchSourceSchema,
    answer: sourceSchema,
    ifMatch: 'required',
    etag: true,
  }),
};
