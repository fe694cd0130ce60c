import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Edition, NextEdition } from '@/domain/contract/editions';
import type { ProblemDocument } from '@/domain/contract/route';
import { digestOfEdition, hashOfClaim, type Payload } from '@/domain/edition';
import { type Checking, checking } from '@/test/builders/checked';
import { openDesk } from '@/test/desk';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let editions: string;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  at = await checking();
  editions = `/api/v1/articles/${at.article.id}/editions`;
});
afterAll(() => desk.close());

const editor = () => ({ token: at.editor.token });
const next = (query = '') => call<NextEdition>('GET', `${editions}/next${query}`, { as: editor() });
const publish = (body: unknown = {}, ifMatch?: string) =>
  call<Edition & ProblemDocument>('POST', editions, { as: editor(), body, ifMatch });

describe('publishing over the API', () => {
  test('goes from the preview to an edition that anyone can verify', async () => {
    await at.approved('41,200 containers');
    await at.draft('300 people');
    const preview = await next();
    expect(preview.body).toMatchObject({
      number: 1,
      goesOut: [{ k: 1, asLastApproved: false }],
      leftOut: [{ state: 'draft' }],
    });
    const { status, body, headers } = await publish({}, preview.etag);
    expect([status, body.number, body.previousDigest]).toEqual([201, 1, null]);
    expect(headers.get('location')).toBe(`${editions}/1`);
    const frozen = (await call<Payload>('GET', `${editions}/1`)).body;
    expect(digestOfEdition(frozen)).toBe(body.digest);
    for (const entry of frozen.claims)
      if ('claim' in entry) expect(hashOfClaim(entry.salt, entry.claim)).toBe(entry.hash);
  });

  test('names every unmet rule at once, each with the claim that breaks it', async () => {
    const draft = await at.draft('300 people');
    const { status, body } = await publish({ asLastApproved: [draft] });
    expect(status).toBe(422);
    expect(body.problems).toMatchObject([{ rule: 'needs-claim' }, { rule: 'approved-before', claimId: draft }]);
  });

  test('refuses a stale preview with what would be published now, and takes the tag of that', async () => {
    const id = await at.approved('41,200 containers');
    const { etag } = await next();
    await at.edit(id, { statement: 'Said otherwise.' });
    await at.approve(id);
    const stale = await publish({}, etag);
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ number: 1, goesOut: [{ claimId: id }] });
    expect(stale.etag).toBe((await next()).etag);
    expect((await publish({}, stale.etag)).status).toBe(201);
  });

  test('a draft that changes meanwhile holds nothing up', async () => {
    await at.approved('41,200 containers');
    const { etag } = await next();
    await at.edit(await at.draft('300 people'), { statement: 'Still typing' });
    expect((await publish({}, etag)).status).toBe(201);
  });

  test('asks for each claim approved before, and previews the choice', async () => {
    const id = await at.approved('41,200 containers', { statement: 'As approved.' });
    await at.edit(id, { statement: 'Half typed' });
    expect((await next()).body.approvedBefore).toEqual([
      { claimId: id, state: 'lapsed', statement: 'As approved.', chosen: false },
    ]);
    const chosen = await next(`?asLastApproved=${id}`);
    expect(chosen.body.goesOut).toEqual([{ claimId: id, k: 1, asLastApproved: true }]);
    expect((await publish({ asLastApproved: [id] }, chosen.etag)).status).toBe(201);
  });

  test('answers the same to the same Idempotency-Key, and publishes once', async () => {
    await at.approved('41,200 containers');
    const once = () => call<Edition>('POST', editions, { as: editor(), body: {}, key: 'publish-1' });
    const [first, second] = [await once(), await once()];
    expect(second.body).toEqual(first.body);
    expect((await call<{ items: Edition[] }>('GET', editions, { as: editor() })).body.items).toHaveLength(1);
  });

  test('is known by its digest: an edition that a reader holds already is not sent again', async () => {
    await at.approved('41,200 containers');
    await publish();
    const { etag } = await call('GET', `${editions}/1`);
    const again = await call('GET', `${editions}/1`, { headers: { 'If-None-Match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
