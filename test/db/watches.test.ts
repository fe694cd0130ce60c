import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listActivity } from '@/db/activity';
import { database } from '@/db/client';
import { waitingFor } from '@/db/desk/waiting';
import { atCommandLine } from '@/db/people/identify';
import { articles, foundTexts, watches } from '@/db/schema';
import { claimDue, claimNow } from '@/db/watches/claim';
import { dismissFound, readFound } from '@/db/watches/found';
import { settleLook } from '@/db/watches/settle';
import { readWatch, setWatch } from '@/db/watches/watch';
import { etagOf, sha256Hex } from '@/domain/canonical';
import { sampleText } from '@/test/checking';
import { foundAt, look, refusal, textAt, watched } from '@/test/watching';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
});
afterAll(() => desk.close());
beforeEach(async () => {
  await database().write(async (tx) => {
    await tx.delete(foundTexts);
    await tx.delete(watches);
  });
});

const url = 'https://ledger.example/ferry';
const changed = 'The ferry carried 39,000 passengers in June.';
const on = (every: 'hourly' | 'daily' | null = 'hourly') => watched(reviewer.actor, { url, every });
const watchOf = async (id: string) => value(await readWatch(may('read', reviewer.actor), id));
const told = async (id: string) =>
  value(await listActivity(may('read', reviewer.actor), id, { limit: 50 })).map(({ type, by }) => [type, by]);
const hence = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const server = () => may('annotate', atCommandLine());

describe('a watch', () => {
  test('is off until somebody sets it, and is told of in the log when it is set and cleared', async () => {
    const { id, watch } = await on(null);
    expect(watch).toMatchObject({ every: null, dueAt: null, checkedAt: null, outcome: null, found: null });
    expect(await claimDue()).toBeNull();
    const set = value(await setWatch(may('annotate', reviewer.actor), id, [etagOf(watch)], 'daily'));
    expect(set).toMatchObject({ every: 'daily', dueAt: expect.any(String) });
    expect(value(await setWatch(may('annotate', reviewer.actor), id, [etagOf(set)], null)).dueAt).toBeNull();
    expect(await told(id)).toEqual([
      ['watch.cleared', reviewer.id],
      ['watch.set', reviewer.id],
      ['article.imported', reviewer.id],
    ]);
  });

  test('needs an address', async () => {
    const { id } = await on(null);
    await database().write((tx) => tx.update(articles).set({ url: null }).where(eq(articles.id, id)));
    const set = await setWatch(may('annotate', reviewer.actor), id, [etagOf(await watchOf(id))], 'daily');
    expect(rules(set)).toEqual(['no-address']);
    expect(rules(await claimNow(may('annotate', reviewer.actor), id))).toEqual(['no-address']);
  });

  test('is due at once, and again when its time has come', async () => {
    const { id } = await on('hourly');
    const claimed = await claimDue();
    expect(claimed).toMatchObject({ articleId: id, watched: { url, validators: null, last: { text: sampleText } } });
    await settleLook(server(), claimed!, textAt(sampleText, { etag: '"1"' }));
    expect(await claimDue()).toBeNull();
    expect(await claimDue(hence(0.9))).toBeNull();
    expect(await claimDue(hence(1.1))).toMatchObject({ watched: { validators: { url, etag: '"1"' } } });
  });

  test('is not looked at while its article is closed or has no address', async () => {
    const { id } = await on();
    await database().write((tx) => tx.update(articles).set({ state: 'closed' }).where(eq(articles.id, id)));
    expect(await claimDue()).toBeNull();
    await database().write((tx) =>
      tx.update(articles).set({ state: 'checking', url: null }).where(eq(articles.id, id)),
    );
    expect(await claimDue()).toBeNull();
  });

  test('is taken by one of many who ask at once', async () => {
    const ids = new Set(await Promise.all(Array.from({ length: 5 }, async () => (await on()).id)));
    const claims = (await Promise.all(Array.from({ length: 20 }, () => claimDue()))).filter((each) => each !== null);
    expect(claims.map(({ articleId }) => articleId).sort()).toEqual([...ids].sort());
  });

  test('that nobody gave back is taken again, and what the first comes to see is not kept', async () => {
    const { id } = await on();
    const first = await claimDue();
    expect(rules(await claimNow(may('annotate', reviewer.actor), id))).toEqual(['being-checked']);
    const second = await claimDue(hence(0.1));
    await settleLook(server(), first!, textAt(changed));
    expect((await watchOf(id)).outcome).toBeNull();
    await settleLook(server(), second!, textAt(sampleText));
    expect((await watchOf(id)).outcome).toBe('unchanged');
  });
});

describe('a look that comes to nothing', () => {
  test('is told of with its reason, and puts the next one off, ever longer', async () => {
    const { id } = await on('hourly');
    const waits: number[] = [];
    for (let at = new Date(); waits.length < 3; at = new Date((await watchOf(id)).dueAt!)) {
      await settleLook(server(), (await claimDue(at))!, refusal(), at);
      waits.push((Date.parse((await watchOf(id)).dueAt!) - at.getTime()) / 3_600_000);
    }
    expect(waits).toEqual([2, 4, 8]);
    expect(await watchOf(id)).toMatchObject({ outcome: 'refused', failures: 3, problem: 'The site took too long.' });
    await look(reviewer.actor, id, textAt(sampleText));
    expect(await watchOf(id)).toMatchObject({ outcome: 'unchanged', failures: 0, problem: null });
  });

  test('waits as long as the site asks', async () => {
    const { id } = await on('hourly');
    const now = new Date();
    await settleLook(server(), (await claimDue(now))!, refusal('fetch-busy', 24 * 3600), now);
    expect(Date.parse((await watchOf(id)).dueAt!) - now.getTime()).toBe(24 * 3_600_000);
  });

  test('because it was cancelled says nothing of the address', async () => {
    const { id, watch } = await on('hourly');
    await settleLook(server(), (await claimDue())!, refusal('fetch-cancelled'));
    expect(await watchOf(id)).toEqual(watch);
    expect(await claimDue()).toMatchObject({ articleId: id });
  });

  test('at an address that the article no longer has is not kept', async () => {
    const { id } = await on('hourly');
    const claimed = await claimDue();
    await database().write((tx) =>
      tx
        .update(articles)
        .set({ url: `${url}/2` })
        .where(eq(articles.id, id)),
    );
    await settleLook(server(), claimed!, textAt(changed));
    expect(await watchOf(id)).toMatchObject({ outcome: null, found: null });
  });
});

describe('a text that changed at its address', () => {
  test('is kept whole to be accepted or dismissed, and told of in the log in nobody’s name', async () => {
    const { id } = await on('hourly');
    await settleLook(
      server(),
      (await claimDue())!,
      textAt(changed, { title: 'New', url: `${url}?2`, setAside: ['©'] }),
    );
    const found = value(await readFound(may('read', reviewer.actor), id));
    expect(found).toMatchObject({ url: `${url}?2`, title: 'New', text: changed, setAside: ['©'] });
    expect(found.doc).toMatchObject({ type: 'doc' });
    expect(found.sha256).toBe(sha256Hex(changed));
    const { text, doc, setAside, ...head } = found;
    expect(await watchOf(id)).toMatchObject({ outcome: 'changed', found: head });
    expect((await told(id))[0]).toEqual(['text.found', null]);
  });

  test('is found once, however often it is seen', async () => {
    const { id } = await on(null);
    const found = await foundAt(reviewer.actor, id, changed);
    expect(await look(reviewer.actor, id, textAt(changed))).toMatchObject({
      outcome: 'changed',
      found: { id: found.id },
    });
    expect(await look(reviewer.actor, id, { kind: 'unchanged' })).toMatchObject({ outcome: 'changed' });
    expect((await told(id)).filter(([type]) => type === 'text.found')).toHaveLength(1);
  });

  test('gives way to what it is changed to next', async () => {
    const { id } = await on(null);
    const first = await foundAt(reviewer.actor, id, changed);
    const second = await foundAt(reviewer.actor, id, `${changed} Or so.`);
    expect(second.id).not.toBe(first.id);
    expect(rules(await dismissFound(may('annotate', reviewer.actor), id, [etagOf(first)]))).toEqual(['stale']);
  });

  test('is gone when it is changed back, and the log keeps that it was there', async () => {
    const { id } = await on(null);
    await foundAt(reviewer.actor, id, changed);
    expect(await look(reviewer.actor, id, textAt(sampleText))).toMatchObject({ outcome: 'unchanged', found: null });
    expect((await told(id)).map(([type]) => type).slice(0, 2)).toEqual(['text.withdrawn', 'text.found']);
  });

  test('once dismissed is not found again, until another has stood there', async () => {
    const { id } = await on(null);
    const found = await foundAt(reviewer.actor, id, changed);
    value(await dismissFound(may('annotate', reviewer.actor), id, [etagOf(found)]));
    expect(await watchOf(id)).toMatchObject({ outcome: 'unchanged', found: null });
    expect((await look(reviewer.actor, id, textAt(changed))).found).toBeNull();
    expect(rules(await readFound(may('read', reviewer.actor), id))).toEqual(['nothing-found']);
    await look(reviewer.actor, id, textAt(sampleText));
    expect((await look(reviewer.actor, id, textAt(changed))).found).not.toBeNull();
    expect((await told(id)).map(([type]) => type)).toEqual([
      ...['text.found', 'text.dismissed', 'text.found', 'article.imported'],
    ]);
  });

  test('waits on the desk of everybody who works there, until its article is closed', async () => {
    const { id, title } = await on(null);
    const editor = await newPerson('editor');
    const found = await foundAt(reviewer.actor, id, changed);
    for (const { actor } of [reviewer, editor]) {
      const waiting = await waitingFor(may('read', actor));
      expect(waiting.items).toContainEqual({
        ...{ id: found.id, label: found.title, articleId: id, articleTitle: title, claimId: null, state: null },
        dueAt: null,
        reasons: [{ kind: 'changed-at-address', at: found.fetchedAt }],
      });
    }
    await database().write((tx) => tx.update(articles).set({ state: 'closed' }).where(eq(articles.id, id)));
    const { items } = await waitingFor(may('read', editor.actor));
    expect(items.filter(({ reasons: [first] }) => first.kind === 'changed-at-address')).toEqual([]);
  });
});
