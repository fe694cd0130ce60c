import { z } from 'zod';
import type { About } from './about';
import { type Approach, publishedApproaches, publishedApproachSchema } from './approach';
import { digestOf } from './canonical';
import type { Claimant } from './claimant';
import type { Evidence, Source } from './evidence';
import type { Scale } from './scale';

const publishedSource = z.union([
  z.object({
    url: z.string().nullable(),
    title: z.string(),
    publisher: z.string().nullable(),
    publishedOn: z.string().nullable(),
  }),
  z.object({ description: z.string() }),
]);
export type PublishedSource = z.infer<typeof publishedSource>;

/**
 * What an editor approves: everything of a claim that an edition would say of it (product.md, rule 2).
 * Absent values are null, never missing, so that equal content has equal canonical JSON; save `replies`, which came later
 * and is missing where there are none, so that the digests from before hold.
 */
export const contentSchema = z.object({
  statement: z.string(),
  kind: z.string(),
  claimant: z
    .object({ name: z.string(), type: z.string(), role: z.string().nullable(), sameAs: z.string().nullable() })
    .nullable(),
  saidOn: z.string().nullable(),
  saidAt: z.string().nullable(),
  about: z.union([z.enum(['headline', 'article']), z.object({ image: z.string() })]).nullable(),
  quotes: z.array(z.string()),
  verdict: z.object({ key: z.string(), scale: z.string(), version: z.int() }).nullable(),
  rationale: z.string(),
  evidence: z.array(
    z.object({
      number: z.int(),
      stance: z.string(),
      quote: z.string().nullable(),
      locator: z.string().nullable(),
      primary: z.boolean(),
      accessedOn: z.string().nullable(),
      archivedUrl: z.string().nullable(),
      source: publishedSource,
    }),
  ),
  replies: z
    .array(publishedApproachSchema)
    .optional()
    .describe('What readers are told of who was asked for a reply. Absent where nothing is.'),
});
export type Content = z.infer<typeof contentSchema>;

/** The parts of a claim its content is made of. */
export type Checked = {
  statement: string;
  kind: string;
  claimant: Claimant | null;
  saidOn: string | null;
  saidAt: string | null;
  about: About | null;
  quotes: string[];
  verdict: string | null;
  rationale: string;
  evidence: Evidence[];
  /** absent from what a browser kept before 25 November 2026 */
  approaches?: readonly Approach[];
};

/** A source as the world may see it: of a withheld one, only its description. */
export const publishedSourceOf = (source: Source): PublishedSource =>
  source.withheld
    ? { description: source.description ?? '' }
    : { url: source.url, title: source.title, publisher: source.publisher, publishedOn: source.publishedOn };

const repliesOf = ({ approaches = [] }: Checked): Pick<Content, 'replies'> => {
  const replies = publishedApproaches(approaches);
  return replies.length > 0 ? { replies } : {};
};

/** The content of a claim under the article's scale, evidence in the order of its numbers. */
export const contentOf = (claim: Checked, scale: Pick<Scale, 'id' | 'version'>): Content => ({
  statement: claim.statement,
  kind: claim.kind,
  claimant: claim.claimant && {
    name: claim.claimant.name,
    type: claim.claimant.type,
    role: claim.claimant.role ?? null,
    sameAs: claim.claimant.sameAs ?? null,
  },
  saidOn: claim.saidOn,
  saidAt: claim.saidAt,
  about: claim.about,
  quotes: claim.quotes,
  verdict: claim.verdict === null ? null : { key: claim.verdict, scale: scale.id, version: scale.version },
  rationale: claim.rationale,
  evidence: [...claim.evidence]
    .sort((a, b) => a.number - b.number)
    .map((item) => ({
      number: item.number,
      stance: item.stance,
      quote: item.quote,
      locator: item.locator,
      primary: item.primary,
      accessedOn: item.accessedOn,
      archivedUrl: item.archivedUrl,
      source: publishedSourceOf(item.source),
    })),
  ...repliesOf(claim),
});

/** The digest an approval belongs to. */
export const digestOfClaim = (claim: Checked, scale: Pick<Scale, 'id' | 'version'>): string =>
  digestOf(contentOf(claim, scale));
