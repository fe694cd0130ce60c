import { eq } from 'drizzle-orm';
import { findQuote, type Quote, quoteAt } from '@/domain/anchor';
import {
  type AnnotationReport,
  type AnnotationsReport,
  type ForeignAnnotation,
  isSamePage,
  reportOfAnnotation,
} from '@/domain/annotation';
import type { NewClaim } from '@/domain/contract/claims';
import type { Actor, Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import type { Tx } from '../client';
import { record } from '../log';
import { importedAnnotations } from '../schema';
import { write } from '../write';
import { type ClaimGround, groundOf, makeClaim } from './create';

/**
 * Makes a draft claim of each annotation whose words stand in the newest revision, or which is a note on the article as
 * a whole, in one transaction. One that was imported before is left alone, and so is the claim made of it.
 */
export function importAnnotations(
  permit: Permit<'annotate'>,
  articleId: string,
  annotations: readonly ForeignAnnotation[],
): Promise<Result<AnnotationsReport>> {
  return write(permit, async (tx, actor) => {
    const ground = await groundOf(tx, articleId);
    if (!ground.ok) return ground;
    const known = await claimsOfAnnotations(tx, articleId);
    const items: AnnotationReport[] = [];
    for (const annotation of annotations) {
      const item = await imported(tx, actor, ground.value, known, annotation);
      if (!item.ok) return item;
      items.push(item.value);
    }
    const made = items.filter(({ outcome }) => outcome === 'made').length;
    if (made > 0) {
      const content = { made, of: items.length };
      await record(tx, actor, { type: 'annotations.imported', articleId, content });
    }
    return ok({ made, items });
  });
}

async function claimsOfAnnotations(tx: Tx, articleId: string): Promise<Map<string, string>> {
  const rows = await tx.select().from(importedAnnotations).where(eq(importedAnnotations.articleId, articleId));
  return new Map(rows.map(({ annotationId, claimId }) => [annotationId, claimId]));
}

async function imported(
  tx: Tx,
  actor: Actor,
  ground: ClaimGround,
  known: Map<string, string>,
  annotation: ForeignAnnotation,
): Promise<Result<AnnotationReport>> {
  const before = known.get(annotation.id);
  if (annotation.unusable) return ok(reportOfAnnotation(annotation, annotation.unusable));
  if (before !== undefined) return ok(reportOfAnnotation(annotation, 'known', before));
  const given = claimFrom(annotation, ground);
  if (typeof given === 'string') return ok(reportOfAnnotation(annotation, given));
  const claim = await makeClaim(tx, actor, ground, given);
  if (!claim.ok) return claim;
  const row = { articleId: ground.article.id, annotationId: annotation.id, claimId: claim.value.id };
  await tx.insert(importedAnnotations).values(row);
  known.set(annotation.id, claim.value.id);
  return ok(reportOfAnnotation(annotation, 'made', claim.value.id));
}

type Unmade = 'missing' | 'ambiguous' | 'other-page' | 'empty';

/** The claim that an annotation makes, or why it makes none. */
function claimFrom(annotation: ForeignAnnotation, { article, newest }: ClaimGround): NewClaim | Unmade {
  const { quotes, rationale, page } = annotation;
  if (quotes.length === 0) {
    if (!isSamePage(page, article.url)) return 'other-page';
    return rationale === '' ? 'empty' : { anchor: null, about: 'article', rationale };
  }
  const found = quotes.map((quote) => findQuote(newest.body, quote, article.language));
  const unfound = found.find((place) => typeof place === 'string');
  const [anchor, ...alsoAt] = distinct(
    found.flatMap((place) => (typeof place === 'string' ? [] : quoteAt(newest.body, place))),
  );
  return anchor ? { anchor, alsoAt, rationale } : (unfound ?? 'missing');
}

const distinct = (quotes: Quote[]): Quote[] =>
  quotes.filter(
    (quote, index) => !quotes.slice(0, index).some((other) => other.start === quote.start && other.end === quote.end),
  );
