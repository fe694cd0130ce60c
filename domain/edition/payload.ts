import { z } from 'zod';
import { articleRights, docSchema } from '../article';
import { canonical, sha256Hex } from '../canonical';
import { contentSchema } from '../content';
import { scaleSchema } from '../scale';
import { choices } from '../second-verdict';

export const tiers = ['update', 'clarification', 'correction', 'verdict-changed'] as const;
export type Tier = (typeof tiers)[number];

/** A span of the article as an edition prints it: offsets into the revision's text, in UTF-16 units. */
const placeSchema = z.object({
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** under `excerpt` rights: the sentences that the span touches, and where they begin in the revision's text */
  sentence: z.object({ text: z.string(), start: z.int() }).nullable(),
  points: z
    .object({ start: z.int(), end: z.int() })
    .optional()
    .describe('The same span in code points, as other standards count. Absent from editions before 25 November 2026.'),
});
export type Place = z.infer<typeof placeSchema>;

/** Words of a claim that the article does not say any more, and when that was seen. */
export const goneSchema = z.object({ since: z.iso.datetime(), quotes: z.array(z.string()) });
export type Gone = z.infer<typeof goneSchema>;

/** What became of two independent verdicts that differ: which of them stands, or that a third does, and why. */
export const adjudicatedSchema = z.object({ choice: z.enum(choices), reason: z.string() });
export type Adjudicated = z.infer<typeof adjudicatedSchema>;

/** One claim as an edition prints it: what was approved, where it stands, and on whose word. */
export const editionClaimSchema = z.object({
  k: z.int().min(1),
  content: contentSchema,
  /** the digest the approval belongs to; equals SHA-256 of the canonical JSON of `content` */
  digest: z.string(),
  place: placeSchema.nullable(),
  alsoAt: z.array(placeSchema),
  gone: goneSchema.optional().describe('No longer in the article: the claim is kept as it stood. Absent otherwise.'),
  verifiedBy: z
    .literal(2)
    .optional()
    .describe('Two reviewers came to this verdict, the second without knowing the first. Absent otherwise.'),
  adjudicated: adjudicatedSchema
    .optional()
    .describe(
      'Two reviewers differed, the second without knowing the first, and an editor settled it so. Absent otherwise.',
    ),
  checkedBy: z.array(z.string()).describe('Names people chose, or the desk.'),
  approvedBy: z.string(),
  approvedAt: z.iso.datetime(),
  override: z.object({ reason: z.string() }).nullable(),
});
export type EditionClaim = z.infer<typeof editionClaimSchema>;

/** The desk's word on the article as a whole, as it was approved. */
export const editionConclusionSchema = z.object({
  text: z.string().describe('Markdown, a safe subset.'),
  digest: z
    .string()
    .describe('The digest the approval belongs to: SHA-256 of the canonical JSON of `{conclusion: text}`.'),
  checkedBy: z.array(z.string()).describe('Names people chose, or the desk.'),
  approvedBy: z.string(),
  approvedAt: z.iso.datetime(),
  override: z.object({ reason: z.string() }).nullable(),
});
export type EditionConclusion = z.infer<typeof editionConclusionSchema>;

export const frameSchema = z.object({
  format: z.literal('stet-edition/1'),
  article: z.object({
    slug: z.string(),
    title: z.string(),
    publication: z.string().nullable(),
    byline: z.string().nullable(),
    publishedOn: z.string().nullable(),
    url: z.string().nullable(),
    language: z.string(),
    rights: z.enum(articleRights),
    revision: z.object({ number: z.int(), sha256: z.string() }),
    /** the whole text (blocks joined by one line feed) under `own` and `licensed`; null under `excerpt` */
    text: z.string().nullable(),
    /** with `text`, where headings, lists, links and the like say more than it: absent from editions that have none */
    doc: docSchema.optional(),
  }),
  edition: z.object({
    number: z.int().min(1),
    publishedAt: z.iso.datetime(),
    publishedBy: z.string(),
    note: z.string().nullable(),
    tier: z.enum(tiers).nullable(),
    previousDigest: z.string().nullable(),
  }),
  desk: z.object({
    name: z.string(),
    onePerson: z.boolean().describe('Checked and approved by one person.'),
    contact: z.string().optional().describe('Where readers report an error. Absent where the desk names nothing.'),
  }),
  checkedBy: z.array(z.string()),
  approvedBy: z.array(z.string()),
  conclusion: editionConclusionSchema.optional().describe('Absent from editions without one.'),
  scale: scaleSchema,
});
export type Frame = z.infer<typeof frameSchema>;

/** Why something that was published is shown no more, and since when. */
export const withdrawalSchema = z.object({ reason: z.string(), at: z.iso.datetime() });
export type Withdrawal = z.infer<typeof withdrawalSchema>;
/** A second person's word, in retrospect, on an approval that overrode the two-person rule. */
export const confirmationSchema = z.object({
  by: z.string().describe('The name that editions credit then: the person’s, or the desk’s.'),
  at: z.iso.datetime(),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

export const entrySchema = z.union([
  z.object({ hash: z.string(), salt: z.string(), claim: editionClaimSchema }),
  z.object({ hash: z.string(), withdrawal: withdrawalSchema }),
]);
export type Entry = z.infer<typeof entrySchema>;
export const payloadSchema = z.object({ frame: frameSchema, claims: z.array(entrySchema) });
export type Payload = z.infer<typeof payloadSchema>;

/** The hash by which an edition's digest covers one claim; the salt keeps a withdrawn claim from being guessed. */
export const hashOfClaim = (salt: string, claim: EditionClaim): string => sha256Hex(canonical({ salt, claim }));

/** The digest of an edition: over its frame and its claims' hashes, so that it outlives a claim's withdrawal. */
export const digestOfEdition = (payload: { frame: Frame; claims: readonly { hash: string }[] }): string =>
  sha256Hex(canonical({ frame: payload.frame, claims: payload.claims.map(({ hash }) => hash) }));

/** The claims that an edition still shows. */
export const claimsOf = (payload: Payload | null): EditionClaim[] =>
  (payload?.claims ?? []).flatMap((entry) => ('claim' in entry ? [entry.claim] : []));
