import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideClaim } from '@/db/claims/decide';
import { dropClaim } from '@/db/claims/drop';
import { database } from '@/db/client';
import { withdrawComment } from '@/db/discussion/edit';
import { addComment } from '@/db/discussion/open';
import { removeEvidence } from '@/db/evidence/evidence';
import { migrate } from '@/db/migrate';
import { atCommandLine } from '@/db/people/identify';
import { addRevision } from '@/db/revisions/add';
import { searchForm } from '@/db/schema';
import { checkSearch } from '@/db/search/check';
import { searchDesk } from '@/db/search/find';
import { rebuildSearch } from '@/db/search/rebuild';

import { etagOf } from '@/domain/canonical';
import { article, claim, edit, prove, revised, submitted } from '../checking';
import { may, newPerson, openDesk, type TestPerson, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let editor: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer', 'Nadia Reyes');
  editor = await newPerson('editor');
});
afterAll(() => desk.close());

const search = (q: string, by = reviewer) => searchDesk(may('read', by.actor), q, { limit: 20, skip: 0 });
const find = async (q: string) => (await search(q)).items.map(({ type, label }) => `${type} ${label.text}`);
const holds = async () => (await checkSearch(may('administer', atCommandLine()))).broken;

it('finds articles, claims and sources by their words, in any order, case and accent', async () => {
  const ferry = await article(reviewer.actor);
  await prove(reviewer.actor, await claim(reviewer.actor, ferry, 'carried 41,200 passengers in June'));
  expect(await find('COUNTS ferry')).toEqual(['article Saltmere ferry counts its passengers']);
  expect(await find('june 41200 type:claim')).toEqual(['claim carried 41,200 passengers in June']);
  expect(await find('Rétürns port-author')).toEqual(['source Monthly passenger returns']);
  expect(await find('"each closes"')).toEqual([]);
  expect((await search('closes each win')).items[0]?.snippet).toMatchObject({
    text: expect.stringContaining('winter'),
  });
  expect(await find('  ')).toEqual([]);
  expect(await find('100%_ "*^')).toEqual([]);
});

it('puts first what has the words in its headline or statement', async () => {
  const heron = await article(reviewer.actor, {
    title: 'A quiet day',
    text: 'A heron, a heron and a heron were seen.',
  });
  const said = await claim(reviewer.actor, heron, 'A heron', {
    statement: 'Herons nest in Saltmere; one heron was seen.',
  });
  expect(await find('heron ')).toEqual([`claim ${said.statement}`, 'article A quiet day']);
});

it('finds a claim by what it says now, and an article by its newest text', async () => {
  const under = await article(reviewer.actor, { title: 'Lighthouse', text: 'The lamp was lit in 1901.' });
  const made = await claim(reviewer.actor, under, 'The lamp', { rationale: 'The logbook says so.' });
  expect(await find('logbook')).toHaveLength(1);
  await edit(reviewer.actor, made, { rationale: 'The almanac says so.' });
  expect(await find('logbook')).toEqual([]);
  value(await addRevision(may('annotate', reviewer.actor), under.id, revised('The lantern was lit in 1901.')));
  expect(await find('lantern')).toEqual(['article Lighthouse']);
  expect(await find('lamp type:article')).toEqual([]);
});

it('filters by what a claim is, who had to do with it and when it was made', async () => {
  const on = await article(reviewer.actor, { title: 'Bridge', text: 'The bridge is 40 m long. It is 12 m high.' });
  const long = await submitted(reviewer.actor, on, 'The bridge is 40 m long');
  value(await decideClaim(may('decide', editor.actor), long.id, { outcome: 'approve', digest: long.digest }));
  const high = await claim(reviewer.actor, on, 'It is 12 m high', {
    verdict: 'false',
    claimant: { name: 'Inès Varga', type: 'person' },
    assignee: reviewer.id,
  });
  expect(await find('is:approved article:bridge')).toEqual(['claim The bridge is 40 m long']);
  expect(await find('verdict:false claimant:"ines varga"')).toEqual(['claim It is 12 m high']);
  expect(await find('bridge -is:approved type:claim')).toEqual([]);
  expect(await find('assignee:me')).toEqual(['claim It is 12 m high']);
  expect(await find('by:nadia kind:number article:bridge')).toHaveLength(2);
  expect(await find(`article:${on.slug} assignee:nobody`)).toEqual(['claim The bridge is 40 m long']);
  expect(await find('article:bridge before:2026')).toEqual([]);
  expect(await find('type:article bridge after:2026')).toEqual(['article Bridge']);
  value(await dropClaim(may('drop', editor.actor), high.id, [etagOf(high)], 'Said twice.'));
  expect(await find('"12 m high" type:claim')).toEqual([]);
  expect(await find('"12 m high" state:dropped')).toEqual(['claim It is 12 m high']);
});

it('says whom and what it does not know, and searches all the same', async () => {
  const { notes, items } = await search('by:zorro bridge type:article');
  expect(notes).toMatchObject([{ part: 'by:zorro', suggestion: 'by:me' }]);
  expect(items).toHaveLength(1);
});

it('finds texts without spaces between words', async () => {
  await article(reviewer.actor, { title: '渡船', text: '六月東京港的渡船載客四萬人。' });
  await article(reviewer.actor, { title: 'عبّارة', text: 'نقلت العَبَّارة الركاب في يونيو.' });
  expect(await find('東京 ')).toEqual(['article 渡船']);
  expect(await find('العبارة')).toEqual(['article عبّارة']);
});

it('finds a source while a claim cites it, by the passages quoted from it', async () => {
  const on = await article(reviewer.actor, { title: 'Whales', text: 'Nine whales were seen.' });
  const proven = await prove(reviewer.actor, await claim(reviewer.actor, on, 'Nine whales'), 'Harbour watch diary');
  expect(await find('watch diary')).toEqual(['source Harbour watch diary']);
  value(await removeEvidence(may('annotate', reviewer.actor), proven.evidence[0]!.id, [etagOf(proven)]));
  expect(await find('watch diary')).toEqual([]);
});

it('finds comments', async () => {
  const on = await article(reviewer.actor, { title: 'Seals', text: 'Two seals were seen.' });
  const { id: claimId } = await claim(reviewer.actor, on, 'Two seals');
  const by = may('annotate', reviewer.actor);
  const comment = value(await addComment(by, claimId, { body: 'Ask the harbourmaster.' }));
  expect((await search('harbourmaster')).items).toMatchObject([
    { type: 'comment', claimId, label: { text: 'Nadia Reyes' } },
  ]);
  value(await withdrawComment(by, comment.id, [etagOf(comment)]));
  expect((await search('harbourmaster')).items).toEqual([]);
});

it('pages through what it found', async () => {
  const [first, rest] = await Promise.all(
    [0, 2].map((skip) => searchDesk(may('read', reviewer.actor), 'type:article', { limit: skip === 0 ? 2 : 20, skip })),
  );
  expect(first!.total).toBe(first!.items.length + rest!.items.length);
  expect(new Set([...first!.items, ...rest!.items].map(({ id }) => id)).size).toBe(first!.total);
});

it('holds what the desk holds after all that, and is built anew for a desk that has none', async () => {
  expect(await holds()).toBeNull();
  const before = await find('ferry bridge -whale ');
  await database().write((tx) => tx.run(sql`delete from search_documents where type = 'claim'`));
  expect(await holds()).toMatchObject({ problem: 'It is not indexed.' });
  await database().write((tx) => tx.delete(searchForm));
  await migrate();
  expect(await holds()).toBeNull();
  expect(await find('ferry bridge -whale ')).toEqual(before);
  await database().write((tx) => tx.run(sql`update claims set rationale = 'Something else.'`));
  expect(await holds()).toMatchObject({ type: 'claim', problem: 'It is indexed as it was, not as it is.' });
  expect(await rebuildSearch(database())).toBeGreaterThan(10);
  expect(await holds()).toBeNull();
});
