import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActivity, listDeskActivity } from '@/db/activity';
import { addApproach } from '@/db/approaches/approach';
import { decideClaim } from '@/db/claims/decide';
import { restoreClaim } from '@/db/claims/drop';
import { editClaim } from '@/db/claims/edit';
import { linkClaim, listLinks } from '@/db/claims/links';
import { mergeClaim } from '@/db/claims/merge';
import { listClaims, readClaim } from '@/db/claims/read';
import { settleClaim } from '@/db/claims/settle';
import { splitClaim } from '@/db/claims/split';
import { settleSuggestion } from '@/db/claims/suggestion';
import { listAnchors } from '@/db/claims/timeline';
import { waive } from '@/db/claims/waivers';
import { database } from '@/db/client';
import { editComment } from '@/db/discussion/edit';
import { addComment } from '@/db/discussion/open';
import { listThreads } from '@/db/discussion/read';
import { nextEdition } from '@/db/editions/next';
import { editionHeads, frozenPayload } from '@/db/editions/public';
import { listPublishedClaims } from '@/db/editions/read';
import { verifyEditions } from '@/db/editions/verify';
import { withdraw } from '@/db/editions/withdraw';
import { claimErasing, eraseClaim } from '@/db/erasing/claim';
import { editEvidence } from '@/db/evidence/evidence';
import { editSource } from '@/db/evidence/sources';
import { readReport } from '@/db/revisions/report';
import { activityContents, editions, sightings } from '@/db/schema';
import { checkSearch } from '@/db/search/check';
import { searchDesk } from '@/db/search/find';
import { askSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { listSightings } from '@/db/sightings/read';
import { seeClaim } from '@/db/sightings/see';
import { verifyActivity } from '@/db/verify';
import { etagOf } from '@/domain/canonical';
import { statesOf } from '@/domain/history';
import { vouchFor } from '@/domain/permission';
import { type Checking, checking } from '@/test/builders/checked';
import { articleText } from '@/test/builders/edition';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';
import { bytesWith, tablesWith } from './remains';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let second: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
  second = await newPerson('reviewer', 'Second');
});
afterAll(() => desk.close());

/** Words that nothing but the claim to be erased says, each in another place of it. */
const secrets = [
  ...['zeppelinstatement', 'zeppelinearlier', 'zeppelinrationale', 'zeppelinclaimant', 'zeppelinrole'],
  ...['zeppelinpassage', 'zeppelinnote', 'zeppelinlocator', 'zeppelintitle', 'zeppelinpublisher', 'zeppelinsuggested'],
  ...['zeppelinreturn', 'zeppelinparty', 'zeppelincontact', 'zeppelinquestion', 'zeppelinanswer', 'zeppelintold'],
  ...['zeppelincomment', 'zeppelinedited', 'zeppelinwaiver', 'zeppelinsecond'],
];

const quote = 'A zeppelinquote ends it';
const later = 'A zeppelinquote ended it';

const proof = {
  source: {
    url: 'https://zeppelintitle.example/x',
    title: 'A zeppelintitle',
    publisher: 'The zeppelinpublisher',
  },
  stance: 'supports' as const,
  quote: 'A zeppelinpassage',
  locator: 'zeppelinlocator 4',
  note: 'A zeppelinnote',
  primary: true,
};

const approach = {
  party: 'Ms zeppelinparty',
  channel: 'email' as const,
  contact: 'zeppelincontact@x.example',
  question: 'The zeppelinquestion?',
  askedAt: '2026-01-01T10:00:00Z',
  outcome: 'answered' as const,
  answer: 'The zeppelinanswer, zeppelintold.',
  answeredAt: '2026-01-02T10:00:00Z',
  tells: 'answer' as const,
  told: 'zeppelintold',
};

type Full = { at: Checking; id: string; other: string; duplicate: string };

const erase = (id: string, reason = 'A court ordered it.') =>
  eraseClaim(may('administer', admin.actor), id, { reason });
const withdrawn = async ({ at, id }: Pick<Full, 'at' | 'id'>) =>
  value(await withdraw(may('publish', at.editor.actor), at.article.id, { claim: id, reason: 'It was wrong.' }));

/** A claim on which every kind of row hangs, published twice, beside another that stays. */
async function fullDesk(): Promise<Full> {
  const at = await checking({ text: `${articleText}\n${quote}.` });
  const edits = may('annotate', at.reviewer.actor);
  const version = async (id: string) => [etagOf(await at.now(id))];
  const id = await at.draft(quote, { statement: 'The zeppelinearlier.' }, [proof]);
  const keyed = vouchFor(at.reviewer.id, 'reviewer', { route: 'PATCH', key: id, digest: 'd' });
  const claimant = { name: 'Ms zeppelinclaimant', type: 'person' as const, role: 'zeppelinrole' };
  const words = { statement: 'The zeppelinstatement.', rationale: 'The zeppelinrationale [1].', claimant };
  value(await editClaim(may('annotate', keyed), id, await version(id), words));
  value(await addApproach(edits, id, approach));
  value(await waive(edits, id, await version(id), { rule: 'two-sources', reason: 'A zeppelinwaiver' }));
  await discuss(at, id);
  await judge(at, id);
  const other = await at.approved('300 people', { statement: 'Another claim.' });
  value(await at.publish());
  value(await seeClaim(may('read', at.editor.actor), id, (await at.now(id)).digest));
  const duplicate = await at.draft('a record', { statement: 'A duplicate.' });
  value(await mergeClaim(may('drop', at.reviewer.actor), duplicate, await version(duplicate), id));
  value(await linkClaim(edits, other, { claim: id, kind: 'related' }));
  const [cited] = (await at.now(id)).evidence;
  const renamed = { title: 'A zeppelintitle, again', lapses: [] };
  value(await editSource(edits, cited!.source.id, [etagOf(cited!.source)], renamed));
  value(await editEvidence(edits, cited!.id, await version(id), { note: 'Another zeppelinnote' }));
  await at.revise(at.text.replace(quote, later));
  value(await settleClaim(edits, id, await version(id), { way: 'new-words', revision: 2 }));
  await at.approve(id);
  value(await at.publish({ note: 'It says more.', tier: 'update' }));
  return { at, id, other, duplicate };
}

async function discuss(at: Checking, id: string): Promise<void> {
  const edits = may('annotate', at.reviewer.actor);
  const comment = value(await addComment(edits, id, { body: 'A zeppelincomment' }));
  value(await editComment(edits, comment.id, [etagOf(comment)], 'A zeppelinedited comment'));
  const evidenceId = (await at.now(id)).evidence[0]!.id;
  value(await addComment(edits, id, { body: 'A zeppelincomment on evidence', evidenceId }));
}

/** Returned with wording that is taken over, judged by a second reviewer, approved. */
async function judge(at: Checking, id: string): Promise<void> {
  const decides = may('decide', at.editor.actor);
  const { digest } = await at.submit(id);
  const suggestion = { statement: 'The zeppelinstatement, zeppelinsuggested.' };
  value(await decideClaim(decides, id, { outcome: 'return', note: 'The zeppelinreturn', digest, suggestion }));
  const expected = [etagOf(await at.now(id))];
  value(await settleSuggestion(may('annotate', at.reviewer.actor), id, expected, ['statement']));
  const again = await at.submit(id);
  value(await askSecondVerdict(decides, id, second.id));
  const seen = value(await readClaim(may('read', second.actor), id));
  const filed = { verdict: 'true', rationale: 'The zeppelinsecond [1].', evidence: [1], sources: [] };
  value(await fileSecondVerdict(may('annotate', second.actor), id, [etagOf(seen)], filed));
  value(await decideClaim(decides, id, { outcome: 'approve', digest: again.digest }));
}

const verified = async () => {
  const permit = may('administer', admin.actor);
  return {
    log: (await verifyActivity(permit)).broken,
    editions: (await verifyEditions()).broken,
    search: (await checkSearch(permit)).broken,
  };
};
const holds = { log: null, editions: null, search: null };

describe('erasing a claim', () => {
  it('is for claims that were withdrawn from all editions, once, with a reason that repeats nothing', async () => {
    const at = await checking();
    const draft = await at.draft('a record', { statement: 'Nobody published this.' });
    expect(rules(await erase(draft))).toEqual(['never-published']);
    const id = await at.approved('300 people', { statement: 'It will employ 300 people.' });
    value(await at.publish());
    expect(rules(await erase(id))).toEqual(['not-withdrawn']);
    expect(value(await claimErasing(may('administer', admin.actor), id)).refusal?.rule).toBe('not-withdrawn');
    await withdrawn({ at, id });
    expect(rules(await erase(id, 'They say “it will employ 300 PEOPLE.” is wrong'))).toEqual(['reason-repeats']);
    value(await erase(id));
    expect(rules(await erase(id))).toEqual(['erased-before']);
  });

  it('leaves not one byte of its words in the database, and all that verifies still does', async () => {
    const full = await fullDesk();
    await withdrawn(full);
    const { at, id, duplicate } = full;
    expect((await tablesWith(secrets)).length).toBeGreaterThan(secrets.length);
    expect(bytesWith(desk.folder, secrets).length).toBeGreaterThan(0);
    const ahead = value(await claimErasing(may('administer', admin.actor), id));
    expect(ahead.goes.join(' ')).toMatch(/2 pieces of evidence.*2 decisions|3 decisions/);
    expect(ahead.goes.join(' ')).toContain('2 editions');
    expect(ahead.stays.flatMap(({ links }) => links.map(({ label }) => label))).toContain('A duplicate.');
    const erased = value(await erase(id));
    expect(erased).toMatchObject({ by: admin.id, reason: 'A court ordered it.' });
    expect(await tablesWith(secrets)).toEqual([]);
    expect(bytesWith(desk.folder, secrets)).toEqual([]);
    // the article itself says these words, and is found by them
    expect(await tablesWith(['zeppelinquote'])).toEqual(['revisions: zeppelinquote', 'search_words: zeppelinquote']);
    expect(await verified()).toEqual(holds);
    expect((await at.now(id)).erased).toEqual(erased);
    expect(await at.now(id)).toMatchObject({
      state: 'dropped',
      statement: '',
      quotes: [],
      evidence: [],
      verdict: null,
    });
    // what had been merged into it can be restored, without the evidence that went
    value(await restoreClaim(may('drop', at.editor.actor), duplicate, [etagOf(await at.now(duplicate))]));
    expect(await verified()).toEqual(holds);
  });

  it('leaves everything that reads it whole: lists, history, threads, timeline, reports, search, the next edition', async () => {
    const full = await fullDesk();
    await withdrawn(full);
    const { at, id, other } = full;
    const read = may('read', at.editor.actor);
    value(await erase(id));
    expect(value(await listClaims(read, at.article.id, { limit: 50 })).map((claim) => claim.id)).toContain(id);
    const log = value(await listActivity(read, at.article.id, { claim: id, limit: 200 }));
    expect(log[0]).toMatchObject({ type: 'claim.erased', by: admin.id, content: { reason: 'A court ordered it.' } });
    expect(log.slice(1).filter(({ erased }) => erased).length).toBeGreaterThan(10);
    expect([...statesOf(await at.now(id), log).keys()]).toEqual([log[0]!.id]);
    expect(value(await listThreads(read, at.article.id))).toEqual([]);
    expect(value(await listAnchors(read, id)).every(({ anchor }) => anchor === null)).toBe(true);
    expect(value(await readReport(read, at.article.id, 2)).claims.map(({ claimId }) => claimId)).not.toContain(id);
    expect(value(await listLinks(read, other))).toEqual([]);
    expect(value(await listSightings(read, id))).toEqual([]);
    expect(await database().read.$count(sightings, eq(sightings.claimId, id))).toBe(0);
    for (const q of ['zeppelinstatement', 'zeppelincomment', 'zeppelintitle'])
      expect((await searchDesk(read, q, { limit: 10, skip: 0 })).items).toEqual([]);
    expect(value(await nextEdition(read, at.article.id, [])).next.goesOut).toHaveLength(1);
    expect((await listDeskActivity(read, { limit: 5 }))[0]?.type).toBe('claim.erased');
    await at.revise(`${articleText}\n${later}, once more.`);
    expect(await verified()).toEqual(holds);
    const published = await listPublishedClaims(read, at.article.id);
    expect(published.map(({ id: of, erased }) => [of === id, erased !== null])).toContainEqual([true, true]);
  });

  it('refuses every change of what is left', async () => {
    const at = await checking();
    const id = await at.approved('300 people');
    value(await at.publish());
    await withdrawn({ at, id });
    value(await erase(id));
    const edits = may('annotate', at.reviewer.actor);
    const version = [etagOf(await at.now(id))];
    expect(rules(await editClaim(edits, id, version, { statement: 'Back again.' }))).toEqual(['claim-erased']);
    expect(rules(await restoreClaim(may('drop', at.editor.actor), id, version))).toEqual(['claim-erased']);
    expect(rules(await addComment(edits, id, { body: 'Why?' }))).toEqual(['claim-erased']);
    expect(rules(await splitClaim(edits, id, version))).toEqual(['claim-erased']);
    expect(rules(await linkClaim(edits, id, { claim: await at.draft('a record'), kind: 'related' }))).toEqual([
      'claim-erased',
    ]);
  });
});

describe('what was taken by hand', () => {
  async function erasedDesk() {
    const at = await checking();
    const [id, other] = [await at.approved('300 people'), await at.approved('a record')];
    value(await at.publish());
    await withdrawn({ at, id });
    return { at, id, other };
  }
  const change = (table: 'editions' | 'activity_contents', set: string, where: string) =>
    database().write((tx) => tx.run(sql.raw(`update ${table} set ${set} where ${where}`)));

  it('is found in an edition: the words of a claim without an erasure, or back after one', async () => {
    const { at, id } = await erasedDesk();
    const [row] = await database().read.select().from(editions).where(eq(editions.articleId, at.article.id));
    value(await erase(id));
    expect((await verified()).editions).toBeNull();
    const [head] = await editionHeads(at.article.slug);
    const left = await frozenPayload(head!);
    const put = (payload: string) =>
      database().write((tx) => tx.update(editions).set({ payload }).where(eq(editions.id, row!.id)));
    await put(row!.payload);
    expect((await verified()).editions?.reason).toMatch(/there again/);
    const both = JSON.parse(left) as { claims: object[] };
    const withdrawal = (JSON.parse(left) as { claims: { withdrawal?: object }[] }).claims.find((e) => e.withdrawal);
    both.claims = both.claims.map((entry) =>
      'claim' in entry ? { hash: (entry as { hash?: string }).hash, withdrawal: withdrawal?.withdrawal } : entry,
    );
    await put(JSON.stringify(both));
    expect((await verified()).editions?.reason).toMatch(/no erasure/);
    await put(left.replace('It was wrong.', 'It was true.'));
    expect((await verified()).editions?.reason).toMatch(/another reason/);
    await put(left.replace('a record', 'a rumour'));
    expect((await verified()).editions).not.toBeNull();
    await put(left);
    expect((await verified()).editions).toBeNull();
  });

  it('is found in the log: content that is missing, or back, otherwise than an erasure tells', async () => {
    const { at, id, other } = await erasedDesk();
    const of = async (claim: string) =>
      value(await listActivity(may('read', at.editor.actor), at.article.id, { claim, limit: 50 })).map((e) =>
        Number(e.id),
      );
    const seq = (await of(id)).at(-1)!;
    const [content] = await database().read.select().from(activityContents).where(eq(activityContents.seq, seq));
    value(await erase(id));
    expect((await verified()).log).toBeNull();
    await database().write((tx) => tx.insert(activityContents).values(content!));
    expect((await verified()).log).toMatchObject({ seq, problem: expect.stringContaining('there again') });
    await database().write((tx) => tx.delete(activityContents).where(eq(activityContents.seq, seq)));
    const untouched = (await of(other)).at(-1)!;
    const [kept] = await database().read.select().from(activityContents).where(eq(activityContents.seq, untouched));
    await database().write((tx) => tx.delete(activityContents).where(eq(activityContents.seq, untouched)));
    expect((await verified()).log).toMatchObject({ seq: untouched, problem: expect.stringContaining('no erasure') });
    await database().write((tx) => tx.insert(activityContents).values(kept!));
    await change('activity_contents', `content = replace(content, '"salt"', '"salx"')`, `seq = ${untouched}`);
    expect((await verified()).log).toMatchObject({ seq: untouched });
    await change('activity_contents', `content = replace(content, '"salx"', '"salt"')`, `seq = ${untouched}`);
    expect((await verified()).log).toBeNull();
  });
});
