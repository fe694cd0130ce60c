import { and, asc, eq, isNull } from 'drizzle-orm';
import type { TimelineEntry } from '@/domain/contract/revisions';
import type { Permit } from '@/domain/permission';
import { ok, type Result } from '@/domain/result';
import { database } from '../client';
import { revisionHeads } from '../revisions/read';
import { anchors, claims, revisions, settlements } from '../schema';
import { blindTo } from '../second-verdicts/blind';
import { noSuchClaim } from './change';
import { presentAnchor, presentSettlement } from './present';
import { type AnchorRow, groupBy } from './rows';

/** Where a claim stands in each revision since it was made, newest first, and how it was settled there. */
export async function listAnchors({ actor }: Permit<'read'>, id: string): Promise<Result<TimelineEntry[]>> {
  const { read } = database();
  const [claim] = await read
    .select({ articleId: claims.articleId, about: claims.about })
    .from(claims)
    .where(eq(claims.id, id));
  if (!claim) return noSuchClaim();
  const heads = await revisionHeads(read, claim.articleId);
  const places = groupBy(await placesEverywhere(id), ({ revision }) => String(revision));
  const isBlind = (await blindTo(read, actor)).has(id); // who settled it may be whose verdict they are not to know
  const settlements = isBlind ? [] : await settledEverywhere(id);
  const settled = new Map(settlements.map((row) => [row.revision, presentSettlement(row)]));
  const first = Math.min(...[...places.keys()].map(Number), heads[0]?.number ?? 1);
  return ok(
    heads
      .filter(({ number }) => number >= first)
      .map((revision): TimelineEntry => {
        const rows = places.get(String(revision.number)) ?? [];
        const [headline] = claim.about === 'headline' ? rows : [];
        const [anchor = null, ...alsoAt] = headline ? [] : rows.map(presentAnchor);
        return {
          revision,
          anchor,
          alsoAt,
          headline: headline ? { exact: headline.exact, state: headline.state } : null,
          kept: rows.some(({ kept }) => kept),
          settlement: settled.get(revision.number) ?? null,
        };
      }),
  );
}

async function placesEverywhere(claimId: string): Promise<AnchorRow[]> {
  const rows = await database()
    .read.select({ place: anchors, revision: revisions.number })
    .from(anchors)
    .innerJoin(revisions, eq(revisions.id, anchors.revisionId))
    .where(eq(anchors.claimId, claimId))
    .orderBy(asc(revisions.number), asc(anchors.position));
  return rows.map(({ place, revision }) => ({ ...place, revision }));
}

async function settledEverywhere(claimId: string) {
  const rows = await database()
    .read.select({ settlement: settlements, revision: revisions.number })
    .from(settlements)
    .innerJoin(revisions, eq(revisions.id, settlements.revisionId))
    .where(and(eq(settlements.claimId, claimId), isNull(settlements.undoneAt)))
    .orderBy(asc(settlements.id));
  return rows.map(({ settlement, revision }) => ({ ...settlement, revision, newest: 0 as const }));
}
