import { afterAll, beforeAll, expect, it } from 'vitest';
import { listActivity } from '@/db/activity';
import { decideClaim } from '@/db/claims/decide';
import { linkClaim, listLinks, unlinkClaim } from '@/db/claims/links';
import { publishEdition } from '@/db/editions/publish';
import { earlierChecks, earlierChecksOf } from '@/db/search/earlier';
import type { Claim } from '@/domain/claim';
import { article, claim, edit, submitted } from '../checking';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let editor: TestPerson;
let published: Claim;
let approved: Claim;
let draft: Claim;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
  editor = await newPerson('editor');
  const out = await article(reviewer.actor, { title: 'Out' });
  published = await approve(await submitted(reviewer.actor, out, 'carried 41,200 passengers in June'));
  value(await publishEdition(may('publish', editor.actor), out.id, {}, null));
  const under = await article(reviewer.actor, { title: 'Under check' });
  approved = await approve(
    await submitted(reviewer.actor, under, 'The ferry to Saltmere carried 41,200 passengers in June'),
  );
  draft = await claim(reviewer.actor, under, 'carried 41,200 passengers in June');
  await claim(reviewer.actor, under, 'The line opened in 1974');
});
afterAll(() => desk.close());

const approve = async ({ id, digest }: Claim) =>
  value(await decideClaim(may('decide', editor.actor), id, { outcome: 'approve', digest }));
const earlier = async (statement: string, of: Claim | null = null) =>
  (await earlierChecks(may('read', reviewer.actor), { statement, claim: of?.id ?? null })).map(({ id }) => id);

it('finds approved claims that say the same, published ones first, and neither drafts nor itself', async () => {
  const statement = 'In June the Saltmere ferry carried 41,200 passengers.';
  expect(await earlier(statement)).toEqual([published.id, approved.id]);
  expect(await earlier(statement, approved)).toEqual([published.id]);
  expect(value(await earlierChecksOf(may('read', reviewer.actor), draft.id)).map(({ id }) => id)).toContain(
    published.id,
  );
  expect(await earlier('The library lends 300 books a day.')).toEqual([]);
  expect(await earlier('')).toEqual([]);
  expect(await earlier('"*^ OR NEAR(')).toEqual([]);
});

it('shows verdict, day, article, and what the statements part in', async () => {
  const [check] = await earlierChecks(may('read', reviewer.actor), {
    statement: 'The ferry to Saltmere did not carry 14,200 passengers in June.',
    claim: published.id,
  });
  expect(check).toMatchObject({
    articleTitle: 'Under check',
    verdict: { key: 'true' },
    opposite: true,
    numbers: true,
    published: false,
  });
});

it('does not find a claim whose approval lapsed', async () => {
  const lapsed = value(await edit(reviewer.actor, approved, { rationale: 'The returns, looked at again [1].' }));
  expect(lapsed.state).toBe('lapsed');
  expect(await earlier('The ferry to Saltmere carried 41,200 passengers in June')).toEqual([published.id]);
});

const link = (id: string, other: string, kind: 'related' | 'repeated') =>
  linkClaim(may('annotate', reviewer.actor), id, { claim: other, kind });
const links = async (id: string) =>
  value(await listLinks(may('read', reviewer.actor), id)).map(({ relation, claim: { id: other } }) => [
    relation,
    other,
  ]);

it('links claims as related both ways and as repeated one way, and shows it on both', async () => {
  value(await link(draft.id, published.id, 'related'));
  expect(await links(published.id)).toEqual([['related', draft.id]]);
  const repeated = value(await link(draft.id, published.id, 'repeated'));
  expect(await links(draft.id)).toEqual([['repeats', published.id]]);
  expect(await links(published.id)).toEqual([['repeated-by', draft.id]]);
  expect(value(await link(draft.id, published.id, 'repeated')).id).toBe(repeated.id);
  value(await unlinkClaim(may('annotate', reviewer.actor), repeated.id));
  expect(await links(draft.id)).toEqual([]);
  expect(rules(await unlinkClaim(may('annotate', reviewer.actor), repeated.id))).toEqual(['no-such-link']);
});

it('tells of links in the history of both claims', async () => {
  const told = async ({ id, articleId }: Claim) =>
    value(await listActivity(may('read', reviewer.actor), articleId, { claim: id, limit: 3 })).map(
      ({ type, content }) => [type, content?.relation],
    );
  expect(await told(draft)).toEqual([
    ['claim.unlinked', 'repeats'],
    ['claim.linked', 'repeats'],
    ['claim.linked', 'related'],
  ]);
  expect((await told(published))[0]).toEqual(['claim.unlinked', 'repeated-by']);
});

it('refuses to link a claim with itself or with none', async () => {
  expect(rules(await link(draft.id, draft.id, 'related'))).toEqual(['linked-with-itself']);
  expect(rules(await link(draft.id, 'none', 'related'))).toEqual(['no-such-claim']);
});
