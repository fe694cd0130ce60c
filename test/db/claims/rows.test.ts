import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimRow, claimRows } from '@/db/claims/rows';
import { database } from '@/db/client';
import { addEvidence } from '@/db/evidence/evidence';
import { anchors, claims, decisions, evidence, sources } from '@/db/schema';
import type { NewEvidence } from '@/domain/contract/claims';
import { checking } from '@/test/builders/checked';
import { may, openDesk, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const awkward = 'a "quote", a \\ and \u0007, 𝕊 \u2028 e\u0301 \u202e </script>';
const withheld: NewEvidence = {
  source: { title: awkward, withheld: true, description: awkward },
  stance: 'context',
  quote: awkward,
  primary: false,
};

test('a claim is read in one statement just as its columns hold it', async () => {
  const { reviewer, draft, approve, edit, article } = await checking();
  const id = await draft('41,200 containers', { rationale: awkward, claimant: { name: 'Ada', type: 'person' } });
  value(await addEvidence(may('annotate', reviewer.actor), id, withheld));
  await approve(id);
  await edit(id, { rationale: `${awkward} Again.` });
  await draft(null, { about: { image: awkward } });

  const { read } = database();
  const rows = await claimRow(read, id);
  const [claim] = await read.select().from(claims).where(eq(claims.id, id));
  expect(rows?.claim).toEqual(claim);
  expect(rows?.decisions).toEqual(await read.select().from(decisions).where(eq(decisions.claimId, id)));
  const places = await read.select().from(anchors).where(eq(anchors.claimId, id));
  expect(rows?.anchors).toEqual(places.map((place) => ({ ...place, revision: 1 })));
  const proof = await read
    .select({ item: evidence, source: sources })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .where(eq(evidence.claimId, id))
    .orderBy(evidence.number);
  expect(rows?.evidence).toEqual(proof);
  expect(proof.map(({ source }) => source.withheld)).toEqual([false, true]);

  const all = await claimRows(read, eq(claims.articleId, article.id));
  expect(all.map((each) => [each.claim.id === id, each.claim.about])).toEqual([
    [true, null],
    [false, { image: awkward }],
  ]);
  expect(await claimRows(read, eq(claims.articleId, article.id), 1)).toEqual(all.slice(0, 1));
  expect(await claimRow(read, 'none')).toBeNull();
});
