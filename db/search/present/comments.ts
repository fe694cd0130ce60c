import { eq, inArray } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import type { Hit } from '@/domain/search/hit';
import { database } from '../../client';
import { claims, comments, people } from '../../schema';
import { snippetAmong, type Wanted } from './wanted';

/** How much of a comment is shown of which no word was searched for. */
const BEGINNING = 180;

export async function commentHits(_permit: Permit<'read'>, ids: readonly string[], wanted: Wanted): Promise<Hit[]> {
  const rows = await database()
    .read.select({ comment: comments, claim: claims, name: people.name })
    .from(comments)
    .innerJoin(claims, eq(claims.id, comments.claimId))
    .innerJoin(people, eq(people.id, comments.createdBy))
    .where(inArray(comments.id, [...ids]));
  return rows.map(({ comment, claim, name }) => ({
    type: 'comment',
    id: comment.id,
    label: { text: name, marks: [] },
    snippet: snippetAmong([comment.body], wanted) ?? { text: comment.body.slice(0, BEGINNING), marks: [] },
    detail: claim.statement || claim.quotes[0] || null,
    articleId: claim.articleId,
    claimId: claim.id,
    verdict: null,
    state: null,
    at: comment.createdAt,
  }));
}
