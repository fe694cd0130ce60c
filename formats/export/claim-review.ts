import type {
  Article,
  Claim,
  ClaimReview,
  CorrectionComment,
  CreativeWork,
  ItemList,
  Organization,
  Person,
  Rating,
  WebPage,
} from 'schema-dts';
import { addressOf, claimsOf, type EditionClaim, type Frame, type Payload } from '@/domain/edition';
import { type Scale, type VerdictValue, verdictOf } from '@/domain/scale';
import { plainProse } from '../prose/plain';

/*
 * schema.org ClaimReview (https://schema.org/ClaimReview), as search engines read it. A claim whose verdict is no
 * finding of fact ("not checkable") makes none. `origin` is where the editions are served, `https://desk.example`.
 */

const context = 'https://schema.org';

type Claimant = NonNullable<EditionClaim['content']['claimant']>;

/** Fields without those that are null. */
const given = <T extends object>(fields: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as never;

function agentOf({ name, type, role, sameAs }: Claimant): Person | Organization {
  if (type === 'person') return given({ '@type': 'Person' as const, name, jobTitle: role, sameAs });
  return given({ '@type': 'Organization' as const, name, description: role, sameAs });
}

const articleOf = ({ article: { title, url, publication, publishedOn, language } }: Frame): Article =>
  given({
    '@type': 'Article' as const,
    headline: title,
    url,
    datePublished: publishedOn,
    inLanguage: language,
    publisher: publication === null ? null : ({ '@type': 'Organization', name: publication } as const),
  });

/** Where the claim was first said: where its claimant said it or, of a claim of the publication's own, the article. */
function firstAppearance({ content: { claimant, saidAt, saidOn } }: EditionClaim, frame: Frame): CreativeWork | null {
  if (saidAt !== null) return given({ '@type': 'CreativeWork' as const, url: saidAt, datePublished: saidOn });
  return claimant === null || claimant.type === 'publication' ? articleOf(frame) : null;
}

function claimOf(claim: EditionClaim, frame: Frame): Claim {
  const { claimant, statement, saidOn } = claim.content;
  const { publication, publishedOn } = frame.article;
  const claimedBy =
    claimant ?? (publication === null ? null : { name: publication, type: 'publication', role: null, sameAs: null });
  return given({
    '@type': 'Claim' as const,
    text: statement,
    author: claimedBy && agentOf(claimedBy),
    datePublished: saidOn ?? (claimedBy?.type === 'publication' ? publishedOn : null),
    appearance: articleOf(frame),
    firstAppearance: firstAppearance(claim, frame),
  });
}

/** The rationale's first paragraph, without its citations: an explanation in a sentence or two. */
const explanationOf = (rationale: string): string =>
  (plainProse(rationale).split('\n\n', 1)[0] ?? '').replace(/\s*\[\d{1,3}\]/g, '').trim();

/** The numbers of an ordered scale, from worst to best; none for a verdict that stands apart from its order. */
function numbersOf(scale: Scale, { rating }: VerdictValue) {
  if (!scale.ordered || rating === undefined) return null;
  const ratings = scale.values.flatMap((value) => value.rating ?? []);
  return { ratingValue: rating, worstRating: Math.min(...ratings), bestRating: Math.max(...ratings) };
}

const ratingOf = (scale: Scale, value: VerdictValue, rationale: string): Rating => ({
  '@type': 'Rating',
  alternateName: value.label,
  ...numbersOf(scale, value),
  ratingExplanation: explanationOf(rationale),
});

/** The ClaimReview of one claim, or null where its verdict makes none. */
export function claimReviewOf(frame: Frame, claim: EditionClaim, origin: string): ClaimReview | null {
  const value = verdictOf(frame.scale, claim.content.verdict?.key ?? null);
  if (!value || value.reviewable === false) return null;
  return given({
    '@type': 'ClaimReview' as const,
    url: `${origin}${addressOf(frame.article.slug, null, claim.k)}`,
    claimReviewed: claim.content.statement,
    datePublished: frame.edition.publishedAt,
    author: { '@type': 'Organization' as const, name: frame.desk.name, url: origin },
    reviewRating: ratingOf(frame.scale, value, claim.content.rationale),
    itemReviewed: claimOf(claim, frame),
    correction: correctionOf(frame),
  });
}

/** What an edition corrects, in the words of its note; null of the first, and of one that only adds something. */
function correctionOf({ edition: { tier, note, publishedAt } }: Frame): CorrectionComment | null {
  if (tier === null || tier === 'update' || note === null) return null;
  return { '@type': 'CorrectionComment', text: note, datePublished: publishedAt };
}

/** One claim's ClaimReview as a JSON-LD document; a graph of nothing where its verdict makes none. */
export const claimReviewDocument = (frame: Frame, claim: EditionClaim, origin: string): object => {
  const review = claimReviewOf(frame, claim, origin);
  return review ? { '@context': context, ...(review as object) } : { '@context': context, '@graph': [] };
};

/** The ClaimReviews of an edition in reading order, as one JSON-LD document. Withdrawn claims have none. */
export const editionReviews = (payload: Payload, origin: string): object => ({
  '@context': context,
  '@graph': claimsOf(payload).flatMap((claim) => claimReviewOf(payload.frame, claim, origin) ?? []),
});

/**
 * What the page of an edition says of itself: the list of its claims' pages, each of which holds its own ClaimReview.
 * Search engines want one page for each, and the page of a long edition stays small.
 */
export const claimListOf = ({ frame, claims }: Payload, origin: string): object => {
  const pages = claims.flatMap((entry) =>
    'claim' in entry ? `${origin}${addressOf(frame.article.slug, null, entry.claim.k)}` : [],
  );
  const list: ItemList = {
    '@type': 'ItemList',
    name: `Fact check: ${frame.article.title}`,
    url: `${origin}${addressOf(frame.article.slug)}`,
    ...(frame.conclusion ? { description: plainProse(frame.conclusion.text) } : {}),
    numberOfItems: pages.length,
    itemListElement: pages.map((url, index) => ({ '@type': 'ListItem', position: index + 1, url })),
  };
  const correction = correctionOf(frame);
  if (!correction) return { '@context': context, ...(list as object) };
  // a list is no creative work, and only those are corrected
  const page: WebPage = {
    '@type': 'WebPage',
    url: `${origin}${addressOf(frame.article.slug)}`,
    name: `Fact check: ${frame.article.title}`,
    datePublished: frame.edition.publishedAt,
    correction,
    mainEntity: list,
  };
  return { '@context': context, ...(page as object) };
};
