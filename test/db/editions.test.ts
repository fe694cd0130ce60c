import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticle } from '@/db/articles/read';
import { editArticle } from '@/db/articles/write';
import { database } from '@/db/client';
import { nextEdition } from '@/db/editions/next';
import { editionHeads, frozenPayload, listPublished, newestWithClaim } from '@/db/editions/public';
import { listEditions, readEdition } from '@/db/editions/read';
import { verifyEditions } from '@/db/editions/verify';
import {
  activity,
  activityContents,
  anchors,
  articles,
  claims,
  decisions,
  desk,
  editions,
  people,
  revisions,
  sources,
} from '@/db/schema';
import { etagOf } from '@/domain/canonical';
import { claimsOf, type Payload } from '@/domain/edition';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, value } from '@/test/desk';

let closeDesk: () => Promise<void>;
beforeAll(async () => {
  closeDesk = (await openDesk()).close;
});
afterAll(() => closeDesk());

const payloadOf = async ({ article }: Checking, number = 1): Promise<Payload> =>
  value(await readEdition(article.id, number)).record as Payload;

const next = async ({ editor, article }: Checking, asLastApproved: string[] = []) =>
  value(await nextEdition(may('read', editor.actor), article.id, asLastApproved));

const told = { note: 'A claim was added.', tier: 'update' as const };

describe('publishing', () => {
  it('freezes what is approved, publishes the article and tells the log, all at once', async () => {
    const at = await checking();
    const approved = await at.approved('41,200 containers');
    await at.draft('300 people');
    const edition = value(await at.publish());
    expect(edition).toMatchObject({ number: 1, url: `/a/${at.article.slug}/1`, previousDigest: null });
    const payload = await payloadOf(at);
    expect(claimsOf(payload).map(({ k, digest }) => [k, digest])).toEqual([[1, (await at.now(approved)).digest]]);
    expect((await at.now(approved)).k).toBe(1);
    expect(value(await readArticle(may('read', at.editor.actor), at.article.id)).state).toBe('published');
    const logged = await database().read.select().from(activity).where(eq(activity.type, 'edition.published'));
    expect(logged.map(({ by, articleId }) => [by, articleId])).toContainEqual([at.editor.id, at.article.id]);
  });

  it('credits people by the name they chose and everybody else as the desk', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    const credit = (id: string, name: string | null) =>
      database().write((tx) => tx.update(people).set({ credit: name }).where(eq(people.id, id)));
    await credit(at.editor.id, 'E. Okoro');
    await credit(at.reviewer.id, null);
    value(await at.publish());
    const { frame } = await payloadOf(at);
    expect(frame).toMatchObject({
      checkedBy: ['The desk'],
      approvedBy: ['E. Okoro'],
      edition: { publishedBy: 'E. Okoro' },
    });
  });

  it('sends a changed claim out as last approved, in its words and its place of then', async () => {
    const at = await checking();
    const id = await at.approved('41,200 containers', { statement: 'As approved.' });
    await at.edit(id, { statement: 'Half typed', anchor: { start: 0, end: 3, exact: 'The' } });
    expect((await next(at)).next.approvedBefore).toMatchObject([{ claimId: id, state: 'lapsed', chosen: false }]);
    expect(rules(await at.publish())).toEqual(['needs-claim']);
    value(await at.publish({ asLastApproved: [id] }));
    const [claim] = claimsOf(await payloadOf(at));
    expect(claim).toMatchObject({ content: { statement: 'As approved.' }, place: { exact: '41,200 containers' } });
  });

  it('refuses a claim that cannot go out as last approved, and names it', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    const draft = await at.draft('300 people');
    const refused = await at.publish({ asLastApproved: [draft, 'nobody’s'] });
    expect(rules(refused)).toEqual(['approved-before', 'approved-before']);
    expect(!refused.ok && refused.refusal.problems[0]?.claimId).toBe(draft);
  });

  it('keeps what is internal out: notes, addresses, withheld sources', async () => {
    const at = await checking();
    const secret = {
      title: 'Maria Lopez, dock foreman',
      withheld: true,
      description: 'A person who works at the docks',
    };
    await at.approved('41,200 containers', {}, [
      { source: secret, stance: 'supports', note: 'Met her at the old pier' },
    ]);
    value(await at.publish());
    const stored = JSON.stringify(await payloadOf(at));
    expect(stored).toContain('A person who works at the docks');
    for (const hidden of ['Maria Lopez', 'old pier', 'jo.quill@gazette.example', '@desk.example'])
      expect(stored).not.toContain(hidden);
  });

  it('shows the reason of an override', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    await database().write((tx) => tx.update(decisions).set({ overrideReason: 'The other editor is ill.' }));
    value(await at.publish());
    expect(claimsOf(await payloadOf(at))[0]?.override).toEqual({ reason: 'The other editor is ill.' });
    await database().write((tx) => tx.update(decisions).set({ overrideReason: null }));
  });

  it('stops at a claim whose words changed', async () => {
    const at = await checking();
    const id = await at.approved('41,200 containers');
    await at.revise(at.text.replace('41,200 containers', '41,900 containers'));
    const refused = await at.publish();
    expect(!refused.ok && refused.refusal).toMatchObject({
      kind: 'rule',
      problems: [{ rule: 'settled', claimId: id }],
    });
  });

  it('stops at a closed article', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    value(
      await editArticle(may('annotate', at.editor.actor), at.article.id, [etagOf(at.article)], { state: 'closed' }),
    );
    expect(rules(await at.publish())).toEqual(['article-closed']);
  });
});

describe('the second edition', () => {
  it('needs a note and a kind, follows the digest of the first and keeps the numbers', async () => {
    const at = await checking();
    const [late, early] = [await at.approved('300 people'), await at.approved('41,200 containers')];
    const first = value(await at.publish());
    const between = await at.approved('a record');
    expect(rules(await at.publish())).toEqual(['needs-note', 'needs-tier']);
    expect(value(await at.publish(told))).toMatchObject({ number: 2, previousDigest: first.digest, ...told });
    const ks = await Promise.all([early, late, between].map(async (id) => (await at.now(id)).k));
    expect(ks).toEqual([1, 2, 3]);
    const dropped = await at.drop(between);
    value(await at.publish({ note: 'One claim is gone.', tier: 'update' }));
    await at.approved('half of that');
    value(await at.publish({ note: 'One more.', tier: 'update' }));
    expect(dropped.k).toBe(3);
    expect(claimsOf(await payloadOf(at, 4)).map(({ k }) => k)).toEqual([1, 2, 4]);
  });

  it('is a changed verdict when one changed, whatever the editor says', async () => {
    const at = await checking();
    const id = await at.approved('41,200 containers');
    value(await at.publish());
    await at.edit(id, { verdict: 'false' });
    await at.approve(id);
    expect((await next(at)).next).toMatchObject({
      tier: 'verdict-changed',
      differences: [
        {
          kind: 'changed',
          k: 1,
          changes: expect.arrayContaining([{ what: 'verdict', before: 'True', after: 'False' }]),
        },
      ],
    });
    expect(value(await at.publish({ note: 'We were wrong.', tier: 'update' })).tier).toBe('verdict-changed');
  });

  it('is a changed verdict too where the claim was left out of the edition in between', async () => {
    const at = await checking();
    const id = await at.approved('41,200 containers');
    await at.approved('300 people');
    value(await at.publish());
    await at.edit(id, { verdict: 'false' });
    value(await at.publish({ note: 'One claim is looked at again.', tier: 'update' }));
    expect(claimsOf(await payloadOf(at, 2)).map(({ k }) => k)).toEqual([2]);
    await at.approve(id);
    expect((await next(at)).next.tier).toBe('verdict-changed');
    expect(value(await at.publish({ note: 'We were wrong.', tier: 'update' })).tier).toBe('verdict-changed');
  });

  it('is listed with the others, newest first', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    value(await at.publish());
    await at.approved('300 people');
    value(await at.publish(told));
    const list = (page: { before?: number; limit: number }) =>
      listEditions(may('read', at.reviewer.actor), at.article.id, page);
    expect(value(await list({ limit: 9 })).map(({ number }) => number)).toEqual([2, 1]);
    expect(value(await list({ before: 2, limit: 9 })).map(({ number }) => number)).toEqual([1]);
  });
});

describe('publishing what was previewed', () => {
  it('goes ahead while drafts change, and is refused with what stands now when a claim that goes out did', async () => {
    const at = await checking();
    const id = await at.approved('41,200 containers');
    const seen = etagOf((await next(at)).version);
    await at.draft('300 people');
    expect(etagOf((await next(at)).version)).toBe(seen);
    await at.edit(id, { rationale: 'Otherwise [1].' });
    await at.approve(id);
    const refused = await at.publish({}, [seen]);
    expect(!refused.ok && refused.refusal).toMatchObject({ kind: 'stale', current: { number: 1 } });
    const version = !refused.ok && refused.refusal.version;
    expect(value(await at.publish({}, [etagOf(version)])).number).toBe(1);
  });

  it('publishes once when two editors publish the same preview at once', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    const seen = etagOf((await next(at)).version);
    const results = await Promise.all([1, 2, 3].map(() => at.publish(told, [seen])));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.refusal.kind]))).toEqual(['stale', 'stale']);
    expect(await verifyEditions(at.article.slug)).toEqual({ editions: 1, broken: null });
  });
});

describe('what the world reads', () => {
  it('stays as it was published, whatever happens to the desk afterwards', async () => {
    const at = await checking();
    const id = await at.approved('41,200 containers');
    value(await at.publish());
    const read = async () => {
      const [head] = await editionHeads(at.article.slug);
      const listed = (await listPublished({ limit: 100 })).find(({ slug }) => slug === at.article.slug);
      return {
        head,
        payload: await frozenPayload(head!),
        listed,
        newest: await newestWithClaim(at.article.slug, 1),
      };
    };
    const before = await read();
    await at.edit(id, { statement: 'Changed' });
    await at.drop(id);
    await database().write(async (tx) => {
      await tx.update(articles).set({ publication: 'Changed', rights: 'own', language: 'de', state: 'closed' });
      await tx.update(revisions).set({ title: 'Changed', body: 'Changed' });
      await tx.update(claims).set({ statement: 'Changed', verdict: 'false', k: null });
      await tx.update(sources).set({ title: 'Changed' });
      await tx.update(decisions).set({ content: '{}' });
      await tx.update(people).set({ name: 'Changed', credit: 'Changed' });
      await tx.update(desk).set({ name: 'Changed', size: 'one' });
      await tx.run(sql`delete from ${anchors}`);
    });
    expect(await read()).toEqual(before);
    await database().write((tx) => tx.update(desk).set({ name: 'The desk', size: 'several' }));
    await database().write((tx) => tx.update(people).set({ credit: null }));
  });

  it('lists the newest edition of each article with its verdicts, latest first', async () => {
    const people = { reviewer: await newPerson('reviewer'), editor: await newPerson('editor') };
    const [one, two] = [await checking({ title: 'One' }, people), await checking({ title: 'Two' }, people)];
    for (const at of [one, two]) {
      await at.approved('41,200 containers');
      value(await at.publish());
    }
    await one.approved('300 people', { verdict: 'false' });
    value(await one.publish(told));
    const listed = await listPublished({ limit: 2 });
    expect(listed).toMatchObject([
      { number: 2, article: { title: 'One' }, verdicts: ['true', 'false'], scale: { id: 'plain' } },
      { number: 1, article: { title: 'Two' }, verdicts: ['true'] },
    ]);
    const [older] = await listPublished({ limit: 1, before: listed[0]!.id });
    expect(older?.article.title).toBe('Two');
    expect(await newestWithClaim(one.article.slug, 2)).toBe(2);
    expect(await newestWithClaim(one.article.slug, 9)).toBeNull();
  });
});

describe('verifying', () => {
  it('finds a changed byte, a forged digest and a deleted edition', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    value(await at.publish());
    await at.approved('300 people');
    value(await at.publish(told));
    expect(await verifyEditions()).toMatchObject({ broken: null });
    const change = (by: ReturnType<typeof sql>) =>
      database().write((tx) =>
        tx.run(sql`update ${editions} set ${by} where article_id = ${at.article.id} and number = 2`),
      );
    await change(sql`payload = replace(payload, '300 people', '301 people')`);
    expect((await verifyEditions()).broken).toMatchObject({ slug: at.article.slug, number: 2 });
    await change(sql`payload = replace(payload, '301 people', '300 people')`);
    await change(sql`note = 'Put in by hand'`);
    expect((await verifyEditions(at.article.slug)).broken?.reason).toMatch(/note/);
    await change(sql`note = ${told.note}`);
    await change(sql`published_by = ${at.reviewer.id}`);
    expect((await verifyEditions(at.article.slug)).broken?.reason).toMatch(/another person/);
    await change(sql`published_by = ${at.editor.id}`);
    await at.revise(`${at.text}\nA line that came later.`);
    await change(sql`revision_id = (select id from revisions where article_id = ${at.article.id} and number = 2)`);
    expect((await verifyEditions(at.article.slug)).broken?.reason).toMatch(/another revision/);
    await change(sql`revision_id = (select id from revisions where article_id = ${at.article.id} and number = 1)`);
    expect(await verifyEditions(at.article.slug)).toEqual({ editions: 2, broken: null });
    await database().write((tx) =>
      tx.run(sql`delete from ${editions} where article_id = ${at.article.id} and number = 2`),
    );
    expect((await verifyEditions()).broken).toMatchObject({ number: 2, reason: expect.stringContaining('missing') });
  });

  it('still verifies when what the log says of it was erased', async () => {
    const at = await checking();
    await at.approved('41,200 containers');
    value(await at.publish());
    const logged = await database().read.select().from(activity).where(eq(activity.articleId, at.article.id));
    for (const { seq } of logged)
      await database().write((tx) => tx.delete(activityContents).where(eq(activityContents.seq, seq)));
    expect(await verifyEditions(at.article.slug)).toEqual({ editions: 1, broken: null });
  });
});
