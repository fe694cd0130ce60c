import { and, eq } from 'drizzle-orm';
import type { About } from '@/domain/about';
import { type Claim, suggestKind } from '@/domain/claim';
import type { Claimant } from '@/domain/claimant';
import type { NewClaim } from '@/domain/contract/claims';
import { claimantAt } from '@/domain/doc';
import { asInstant } from '@/domain/due';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { noSuchArticle } from '../articles/read';
import type { Tx } from '../client';
import { newId } from '../ids';
import { record } from '../log';
import { articles, claims, revisions, scales } from '../schema';
import { indexClaim } from '../search/write';
import { write } from '../write';
import { assignedOn, notifyAssignee } from './assign';
import { checkFields } from './fields';
import { headlinePlace, type NewestRevision, newestRevision, ofNewest, placesOf, rowsOf, storePlaces } from './places';
import { digestOfRows, presentClaim } from './present';
import { type ClaimRows, placesOfRows } from './rows';

/**
 * Makes a claim: from a span of the newest revision, or about the headline, an image or the article as a whole. What
 * is not given is prefilled: the statement with the quote, the claimant with who speaks there or the publication, the kind from the words.
 */
export const createClaim = (permit: Permit<'annotate'>, articleId: string, given: NewClaim): Promise<Result<Claim>> =>
  write(permit, async (tx, actor) => {
    const ground = await groundOf(tx, articleId);
    return ground.ok ? makeClaim(tx, actor, ground.value, given) : ground;
  });

/** What claims are made on: an article that is open, and its newest revision. */
export type ClaimGround = { article: NonNullable<ArticleOfClaim>; newest: NewestRevision };

/** The ground of claims on an article; refuses one that is closed. */
export async function groundOf(tx: Tx, articleId: string): Promise<Result<ClaimGround>> {
  const article = await articleOf(tx, articleId);
  const newest = await newestRevision(tx, articleId);
  if (!article || !newest) return noSuchArticle();
  return article.state === 'closed'
    ? refuse('rule', 'article-closed', 'This article is closed. Open it again first.')
    : ok({ article, newest });
}

/** Makes one claim within a write, with its activity. */
export async function makeClaim(
  tx: Tx,
  actor: Actor,
  { article, newest }: ClaimGround,
  given: NewClaim,
): Promise<Result<Claim>> {
  const current = ofNewest(newest, given.revision);
  if (!current.ok) return current;
  const placed = oneOfAnchorAndAbout(given.anchor ?? null, given.about ?? null);
  if (!placed.ok) return placed;
  const id = newId();
  const places = given.anchor ? placesOf(newest.body, given.anchor, given.alsoAt ?? []) : ok([]);
  if (!places.ok) return places;
  const fields = await checkFields(tx, given, article.verdicts);
  if (!fields.ok) return fields;
  const headline = given.about === 'headline' ? [headlinePlace(newest.title)] : [];
  const now = new Date().toISOString();
  const claimant = given.claimant === undefined ? await claimantFrom(tx, article, newest, given) : given.claimant;
  const rows = prefilled({
    id,
    article,
    given: { ...given, claimant },
    anchors: rowsOf(newest, id, places.value),
    headline: rowsOf(newest, id, headline)[0] ?? null,
    by: actor.id ?? '',
    now,
  });
  rows.claim.digest = digestOfRows(rows);
  await tx.insert(claims).values(rows.claim);
  await storePlaces(tx, placesOfRows(rows));
  const content = { statement: rows.claim.statement, quotes: rows.claim.quotes, digest: rows.claim.digest };
  await record(tx, actor, { type: 'claim.created', articleId: article.id, claimId: id, content }, now);
  await indexClaim(tx, rows);
  await notifyAssignee(tx, actor, null, rows.claim);
  return ok(presentClaim(rows, actor));
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
      url: articles.url,
      language: articles.language,
      scale: { id: scales.id, version: scales.version },
      verdicts: scales.verdicts,
    })
    .from(articles)
    .innerJoin(scales, and(eq(scales.id, articles.scaleId), eq(scales.version, articles.scaleVersion)))
    .where(eq(articles.id, articleId));
  return row ?? null;
}

/** Who made a claim unless the request says: the speaker where it stands in a transcript, else the publication. */
async function claimantFrom(
  tx: Tx,
  { publication }: NonNullable<ArticleOfClaim>,
  newest: NewestRevision,
  { anchor }: NewClaim,
): Promise<Claimant | null> {
  const [row] = await tx.select({ doc: revisions.doc }).from(revisions).where(eq(revisions.id, newest.id));
  return claimantAt(row!.doc, anchor?.start ?? null, publication);
}

/** The quote as a statement to start from: one line, and nothing where it is longer than a statement may be. */
const statementFrom = (quote = ''): string => (quote.length > 2000 ? '' : quote.replaceAll('\n', ' '));

function prefilled(draft: {
  id: string;
  article: NonNullable<ArticleOfClaim>;
  given: NewClaim & { claimant: Claimant | null };
  anchors: ClaimRows['anchors'];
  headline: ClaimRows['headline'];
  by: string;
  now: string;
}): ClaimRows {
  const { id, article, given, anchors, headline, by, now } = draft;
  const quotes = anchors.map((place) => place.exact);
  const about = given.about ?? null;
  return {
    claim: {
      id,
      articleId: article.id,
      k: null,
      about,
      statement: given.statement ?? statementFrom(quotes[0]),
      kind: given.kind ?? (about && typeof about === 'object' ? 'media' : suggestKind(quotes[0] ?? '')),
      claimant: given.claimant,
      saidOn: given.saidOn ?? null,
      saidAt: given.saidAt ?? null,
      quotes,
      verdict: given.verdict ?? null,
      rationale: given.rationale ?? '',
      ...assignedOn({ assignee: null, assignedBy: null, assignedAt: null }, given.assignee, by, now),
      dueAt: asInstant(given.dueAt ?? null),
      state: 'draft',
      digest: '',
      contributions: [],
      carried: [],
      nextEvidence: 1,
      submittedAt: null,
      submittedBy: null,
      decisionsBehind: 0,
      erasure: null,
      droppedAt: null,
      droppedBy: null,
      dropReason: null,
      mergedInto: null,
      splitFrom: null,
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
    approaches: [],
    waivers: [],
    decisions: [],
    confirmations: [],
    second: null,
    erased: null,
  };
}
