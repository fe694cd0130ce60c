import { and, eq } from 'drizzle-orm';
import type { About } from '@/domain/about';
import { type Claim, suggestKind } from '@/domain/claim';
import type { Claimant } from '@/domain/claimant';
import type { NewClaim } from '@/domain/contract/claims';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { articles, claims, scales } from '../schema';
import { write } from '../write';
import { checkFields } from './fields';
import { headlinePlace, newestRevision, ofNewest, placesOf, rowsOf, storePlaces } from './places';
import { digestOfRows, presentClaim } from './present';
import { type ClaimRows, placesOfRows } from './rows';

/**
 * Makes a claim: from a span of the newest revision, or about the headline, an image or the article as a whole. What
 * is not given is prefilled: the statement with the quote, the claimant with the publication, the kind from the words.
 */
export function createClaim(permit: Permit<'annotate'>, articleId: string, given: NewClaim): Promise<Result<Claim>> {
  return write(permit, async (tx, actor) => {
    const article = await articleOf(tx, articleId);
    const newest = await newestRevision(tx, articleId);
    if (!article || !newest) return noSuchArticle();
    if (article.state === 'closed')
      return refuse('rule', 'article-closed', 'This article is closed. Open it again first.');
    const current = ofNewest(newest, given.revision);
    if (!current.ok) return current;
    const placed = oneOfAnchorAndAbout(given.anchor ?? null, given.about ?? null);
    if (!placed.ok) return placed;
    const id = newId();
    const places = given.anchor ? placesOf(newest.body, given.anchor, given.alsoAt ?? []) : ok([]);
    if (!places.ok) return places;
    const headline = given.about === 'headline' ? [headlinePlace(newest.title)] : [];
    const fields = await checkFields(tx, given, article.verdicts);
    if (!fields.ok) return fields;
    const now = new Date().toISOString();
    const rows = prefilled({
      id,
      article,
      given,
      anchors: rowsOf(newest, id, places.value),
      headline: rowsOf(newest, id, headline)[0] ?? null,
      by: actor.id ?? '',
      now,
    });
    rows.claim.digest = digestOfRows(rows);
    await tx.insert(claims).values(rows.claim);
    await storePlaces(tx, placesOfRows(rows));
    const content = { statement: rows.claim.statement, quotes: rows.claim.quotes, digest: rows.claim.digest };
    await record(tx, actor, { type: 'claim.created', articleId, claimId: id, content }, now);
    return ok(presentClaim(rows));
  });
}

/** A claim stands in the text or is about something; never both, never neither. */
export const oneOfAnchorAndAbout = (anchor: unknown, about: About | null): Result<true> =>
  (anchor === null) !== (about === null)
    ? ok(true)
    : refuse(
        'rule',
        'anchor-or-about',
        'Give either an anchor in the text or what the claim is about: the headline, an image or the article.',
        { pointer: '/about' },
      );

type ArticleOfClaim = Awaited<ReturnType<typeof articleOf>>;

async function articleOf(tx: Tx, articleId: string) {
  const [row] = await tx
    .select({
      id: articles.id,
      state: articles.state,
      publication: articles.publication,
      scale: { id: scales.id, version: scales.version },
      verdicts: scales.verdicts,
    })
    .from(articles)
    .innerJoin(scales, and(eq(scales.id, articles.scaleId), eq(scales.version, articles.scaleVersion)))
    .where(eq(articles.id, articleId));
  return row ?? null;
}

/** The quote as a statement to start from: one line, and nothing where it is longer than a statement may be. */
const statementFrom = (quote = ''): string => (quote.length > 2000 ? '' : quote.replaceAll('\n', ' '));

function prefilled(draft: {
  id: string;
  article: NonNullable<ArticleOfClaim>;
  given: NewClaim;
  anchors: ClaimRows['anchors'];
  headline: ClaimRows['headline'];
  by: string;
  now: string;
}): ClaimRows {
  const { id, article, given, anchors, headline, by, now } = draft;
  const quotes = anchors.map((place) => place.exact);
  const about = given.about ?? null;
  const publication: Claimant | null =
    article.publication === null ? null : { name: article.publication, type: 'publication' };
  return {
    claim: {
      id,
      articleId: article.id,
      k: null,
      about,
      statement: given.statement ?? statementFrom(quotes[0]),
      kind: given.kind ?? (about && typeof about === 'object' ? 'media' : suggestKind(quotes[0] ?? '')),
      claimant: given.claimant === undefined ? publication : given.claimant,
      saidOn: given.saidOn ?? null,
      saidAt: given.saidAt ?? null,
      quotes,
      verdict: given.verdict ?? null,
      rationale: given.rationale ?? '',
      assignee: given.assignee ?? null,
      digest: '',
      contributions: [],
      nextEvidence: 1,
      submittedAt: null,
      submittedBy: null,
      decisionsBehind: 0,
      droppedAt: null,
      droppedBy: null,
      dropReason: null,
      createdBy: by,
      createdAt: now,
      updatedAt: now,
    },
    scale: article.scale,
    anchors,
    headline,
    settlement: null,
    keptSince: null,
    evidence: [],
    decisions: [],
  };
}
