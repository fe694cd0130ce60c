import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withdraw } from '@/db/editions/withdraw';
import { editPerson } from '@/db/people/people';
import type { Activity } from '@/domain/activity';
import type { Claim } from '@/domain/claim';
import type { Edition } from '@/domain/contract/editions';
import type { Erased, Erasing } from '@/domain/erasure';
import type { Person } from '@/domain/person';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { call } from './router';

const reason = 'A court ordered it.';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let at: Checking;
let claim: string;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin', 'Chief');
});
beforeEach(async () => {
  at = await checking();
  claim = await at.approved('41,200 containers', { statement: 'A zeppelin statement.' });
  await at.approved('300 people');
  value(await at.publish());
  await at.approved('a record');
  value(await at.publish({ note: 'A zeppelin note.', tier: 'update' }));
});
afterAll(() => desk.close());

const ask = <T>(method: 'GET' | 'POST', path: string, body?: object, by = admin) =>
  call<T>(method, path, { as: { token: by.token }, body });
const withdrawn = async (what: { claim?: string; edition?: number }) =>
  value(await withdraw(may('publish', at.editor.actor), at.article.id, { ...what, reason: 'It was wrong.' }));
const ofClaim = () => `/api/v1/claims/${claim}/erasure`;
const ofEdition = (n: number | string) => `/api/v1/articles/${at.article.id}/editions/${n}/erasure`;

/** All that is public of the article, by address, as a host serves it: pages are kept for each host apart. */
async function shown(host: string): Promise<Map<string, string>> {
  const { slug, id } = at.article;
  const forms = ['', '.json', '/claimreview.json', '/annotations.jsonld', '/claims.csv', '/edition.md', '/embed'];
  const paths = ['', '/1', '/2'].flatMap((n) => [
    ...forms.map((form) => `/a/${slug}${n}${form}`),
    ...[1, 2].flatMap((k) => ['', '.json', '/embed'].map((form) => `/a/${slug}${n}/claims/${k}${form}`)),
  ]);
  const others = [`/a/${slug}/record`, '/published', '/feed.atom', '/feed.json', '/sitemap.xml'];
  const api = [1, 2].map((n) => `/api/v1/articles/${id}/editions/${n}`);
  const found = new Map<string, string>();
  for (const path of [...paths, ...others, ...api]) {
    const { status, text } = await call('GET', path, { headers: { host } });
    found.set(path, `${status} ${text.replaceAll(host, 'host').replaceAll(encodeURIComponent(host), 'host')}`);
  }
  return found;
}

describe('erasing a withdrawn claim', () => {
  test('says beforehand what goes and what stays, and afterwards that it is done', async () => {
    const early = await ask<Erasing>('GET', ofClaim());
    expect(early.body.refusal?.rule).toBe('not-withdrawn');
    expect((await ask('POST', ofClaim(), { reason })).rules).toEqual(['not-withdrawn']);
    await withdrawn({ claim });
    const ahead = await ask<Erasing>('GET', ofClaim());
    expect(ahead.body).toMatchObject({ erased: null, refusal: null });
    expect(ahead.body.stays.map(({ what }) => what).join(' ')).toContain('article’s own text');
    const done = await ask<Erased>('POST', ofClaim(), { reason });
    expect([done.status, done.body]).toEqual([200, { at: expect.any(String), by: admin.id, reason }]);
    expect((await ask<Erasing>('GET', ofClaim())).body).toEqual({
      erased: done.body,
      refusal: null,
      goes: [],
      stays: [],
    });
    expect((await ask('POST', ofClaim(), { reason })).rules).toEqual(['erased-before']);
  });

  test('needs a reason that is not blank and does not repeat the words', async () => {
    await withdrawn({ claim });
    for (const body of [{}, { reason: ' ' }, { reason: 7 }])
      expect((await ask('POST', ofClaim(), body)).status).toBe(400);
    expect((await ask('POST', ofClaim(), { reason: 'Not “a zeppelin statement.”' })).rules).toEqual(['reason-repeats']);
  });

  test('changes not a byte of what the world reads, and the desk’s own record keeps the lines', async () => {
    await withdrawn({ claim });
    await withdrawn({ edition: 2 });
    const before = await shown('localhost:3001');
    await ask('POST', ofClaim(), { reason });
    await ask('POST', ofEdition(2), { reason });
    const after = await shown('localhost:3002');
    for (const [path, text] of before) expect([path, after.get(path) === text]).toEqual([path, true]);
    const log = await ask<{ items: Activity[] }>('GET', `/api/v1/articles/${at.article.id}/activity?limit=200`);
    expect(log.text).not.toContain('zeppelin');
    expect(log.body.items.filter(({ claimId, erased }) => claimId === claim && erased).length).toBeGreaterThan(2);
    const read = await ask<Claim>('GET', `/api/v1/claims/${claim}`);
    expect(read.body).toMatchObject({ state: 'dropped', statement: '', erased: { by: admin.id, reason } });
    const patch = { as: { token: at.reviewer.token }, body: { statement: 'Again.' }, ifMatch: read.etag };
    expect((await call('PATCH', `/api/v1/claims/${claim}`, patch)).rules).toEqual(['claim-erased']);
  });
});

describe('erasing a withdrawn edition', () => {
  test('is shown in the list of editions', async () => {
    await withdrawn({ edition: 2 });
    expect((await ask<Erasing>('GET', ofEdition(2))).body.goes.join(' ')).toContain('and its note');
    expect((await ask('POST', ofEdition(2), { reason })).status).toBe(200);
    const list = await ask<{ items: Edition[] }>('GET', `/api/v1/articles/${at.article.id}/editions`);
    expect(list.body.items.map(({ number, erased, note }) => [number, erased?.reason ?? null, note])).toEqual([
      [2, reason, null],
      [1, null, null],
    ]);
  });

  test.each(['9', '0', 'x', '1.5', '1e999'])('%s is no edition', async (n) => {
    expect((await ask('GET', ofEdition(n))).status).toBe(404);
    expect((await ask('POST', ofEdition(n), { reason })).status).toBe(404);
  });
});

describe('erasing a person', () => {
  test('is refused while they can sign in, and to oneself', async () => {
    const path = `/api/v1/people/${at.reviewer.id}/erasure`;
    expect((await ask<Erasing>('GET', path)).body.refusal?.rule).toBe('not-disabled');
    expect((await ask('POST', path, { reason })).rules).toEqual(['not-disabled']);
    expect((await ask('POST', `/api/v1/people/${admin.id}/erasure`, { reason })).rules).toEqual(['oneself']);
  });

  test('leaves a nameless person who is there for good', async () => {
    const { id } = at.reviewer;
    value(await editPerson(may('read', admin.actor), id, 'any', { disabled: true }));
    const sent = { as: { token: admin.token }, body: { reason }, key: 'erase-once' };
    const first = await call<Erased>('POST', `/api/v1/people/${id}/erasure`, sent);
    expect(first.status).toBe(200);
    expect((await call('POST', `/api/v1/people/${id}/erasure`, sent)).text).toBe(first.text);
    const person = await ask<Person>('GET', `/api/v1/people/${id}`);
    expect(person.body).toMatchObject({ name: 'Erased person', erased: true, disabled: true, credit: null });
    const letIn = { as: { token: admin.token }, body: { disabled: false }, ifMatch: person.etag };
    expect((await call('PATCH', `/api/v1/people/${id}`, letIn)).rules).toEqual(['person-erased']);
    expect((await call('GET', '/api/v1/me', { as: { token: at.reviewer.token } })).status).toBe(401);
  });
});
