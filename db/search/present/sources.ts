import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Permit } from '@/domain/permission';
import type { Hit } from '@/domain/search/hit';
import { marked } from '@/domain/search/marked';
import { database } from '../../client';
import { claims, evidence, sources } from '../../schema';
import { snippetAmong, type Wanted } from './wanted';

/** As many of the latest passages are indexed; the one that was found is among them. */
const PASSAGES = 100;

/** A source is found with the claim for which the passage was quoted, or else with the latest that cites it. */
export async function sourceHits(_permit: Permit<'read'>, ids: readonly string[], wanted: Wanted): Promise<Hit[]> {
  const rows = await database()
    .read.select()
    .from(sources)
    .where(inArray(sources.id, [...ids]));
  const hits: Hit[] = [];
  for (const source of rows) {
    const cited = await citations(source.id);
    const quoted = cited.find(({ quote }) => quote !== null && snippetAmong([quote], wanted)) ?? cited[0];
    if (!quoted) continue;
    hits.push({
      type: 'source',
      id: source.id,
      label: marked(source.title, wanted),
      snippet: snippetAmong([quoted.quote, source.description, source.url], wanted),
      detail: source.publisher ?? source.url,
      articleId: quoted.articleId,
      claimId: quoted.claimId,
      verdict: null,
      state: null,
      at: source.createdAt,
    });
  }
  return hits;
}

const citations = (sourceId: string) =>
  database()
    .read.select({ quote: evidence.quote, claimId: claims.id, articleId: claims.articleId })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .where(and(eq(evidence.sourceId, sourceId), isNull(evidence.removedAt)))
    .orderBy(desc(evidence.id))
    .limit(PASSAGES);
