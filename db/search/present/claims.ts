import { and, eq, inArray } from 'drizzle-orm';
import { lineOfClaim } from '@/domain/claim';
import type { Permit } from '@/domain/permission';
import { type Scale, type VerdictValue, verdictOf } from '@/domain/scale';
import type { Hit } from '@/domain/search/hit';
import { marked } from '@/domain/search/marked';
import type { ClaimState } from '@/domain/workflow';
import { presentScale } from '../../articles/scale';
import { database } from '../../client';
import { standings } from '../../desk/standings';
import { articles, claims, scales } from '../../schema';
import { blindTo } from '../../second-verdicts/blind';
import { headlinesOf } from './articles';
import { snippetAmong, type Wanted } from './wanted';

/** A claim in a list, as somebody who reads may see it. */
export type ListedClaim = {
  row: typeof claims.$inferSelect;
  articleTitle: string;
  state: ClaimState;
  verdict: VerdictValue | null;
  scale: Scale;
  /** when it was decided on last; when it was made, where nobody decided */
  checkedAt: string;
};

/**
 * The claims with these ids as the person sees them, for search, earlier checks and links: they show verdicts too, so that
 * those to which the person is blind are left out.
 */
export async function listedClaims({ actor }: Permit, given: readonly string[]): Promise<Map<string, ListedClaim>> {
  const { read } = database();
  const blindness = await blindTo(read, actor);
  const ids = given.filter((id) => !blindness.has(id));
  const rows = await read
    .select({ claim: claims, scale: scales })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(scales, and(eq(scales.id, articles.scaleId), eq(scales.version, articles.scaleVersion)))
    .where(inArray(claims.id, ids));
  const standing = await standings(read, blindness, inArray(claims.id, ids));
  const standingOf = new Map(standing.map((each) => [each.id, each]));
  const titles = await headlinesOf(rows.map(({ claim }) => claim.articleId));
  return new Map(
    rows.map(({ claim, scale }) => [
      claim.id,
      {
        row: claim,
        articleTitle: titles.get(claim.articleId) ?? '',
        state: standingOf.get(claim.id)?.state ?? 'draft',
        verdict: verdictOf(presentScale(scale), claim.verdict),
        scale: presentScale(scale),
        checkedAt: standingOf.get(claim.id)?.decision?.at ?? claim.createdAt,
      },
    ]),
  );
}

export async function claimHits(permit: Permit<'read'>, ids: readonly string[], wanted: Wanted): Promise<Hit[]> {
  const listed = await listedClaims(permit, ids);
  return [...listed.values()].map(({ row, articleTitle, state, verdict }) => ({
    type: 'claim',
    id: row.id,
    label: marked(lineOfClaim(row) || 'A claim without a statement', wanted),
    snippet: snippetAmong([...row.quotes, row.rationale, row.claimant?.name ?? null], wanted),
    detail: articleTitle,
    articleId: row.articleId,
    claimId: row.id,
    verdict,
    state,
    at: row.createdAt,
  }));
}
