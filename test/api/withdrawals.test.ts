import { sql } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { verifyEditions } from '@/db/editions/verify';
import { canonical } from '@/domain/canonical';
import type { Edition, NextEdition } from '@/domain/contract/editions';
import { digestOfEdition, type Payload } from '@/domain/edition';
import { type Checking, checking } from '@/test/builders/checked';
import { openDesk, value } from '@/test/desk';
import { handlerFor } from './handlers';
import { call } from './router';

const host = 'localhost:3000';
const origin = `http://${host}`;
const reason = 'A court ordered it out of sight.';
const told = { note: 'A claim was added.', tier: 'update' as const };

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let slug: string;
let first: string;
/** what the first claim says, in four places, and nothing else on the desk does */
const secrets = ['zeppelin statement', 'zeppelin rationale', 'zeppelin table', '41,200 containers'];

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  at = await checking();
  slug = at.article.slug;
  const source = { url: 'https://port.example/z', title: 'A zeppelin table', publisher: 'Port authority' };
  const said = { statement: 'The zeppelin statement.', rationale: 'The zeppelin rationale [1].' };
  first = await at.approved('41,200 containers', said, [{ source, stance: 'supports', primary: true }]);
  await at.approved('300 people', { statement: 'The terminal will employ 300 people.' });
  value(await at.publish());
  await at.approved('a record');
  value(await at.publish(told));
});
afterAll(() => desk.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const url = new URL(path, origin);
  const found = await handlerFor('GET', url.pathname);
  if (!found?.handler) throw new Error(`Nothing answers ${path}`);
  const request = new Request(url, { headers: { host, ...headers } });
  const response = await found.handler(request, { params: Promise.resolve(found.params) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const zipped = response.headers.get('content-type') === 'application/zip';
  const files = zipped ? Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('woff2')) : [];
  const text = zipped ? files.map(([, file]) => strFromU8(file)).join('\n') : strFromU8(bytes);
  return { status: response.status, text, etag: response.headers.get('etag') ?? '' };
}

const forms = [
  '',
  '.json',
  ...[
    'claimreview.json',
    'annotations.jsonld',
    'averitec.json',
    'claims.csv',
    'edition.md',
    'edition.zip',
    'embed',
  ].map((name) => `/${name}`),
];
const claimForms = ['', '.json', '/claimreview.json', '/annotations.jsonld', '/card.png', '/embed'];
const ofEdition = (n: string) => forms.map((form) => `/a/${slug}${n}${form}`);
const ofClaim = (n: string, k: number) => claimForms.map((form) => `/a/${slug}${n}/claims/${k}${form}`);
const oembed = (path: string) => `/oembed?url=${encodeURIComponent(`${origin}${path}`)}`;
const everything = () => [
  ...['', '/1', '/2'].flatMap((n) => [...ofEdition(n), ...[1, 2, 3].flatMap((k) => ofClaim(n, k))]),
  ...['', '/1', '/2', '/claims/1', '/1/claims/1'].map((rest) => oembed(`/a/${slug}${rest}`)),
  ...[1, 2].map((n) => `/api/v1/articles/${at.article.id}/editions/${n}`),
  ...['/published', '/feed.atom', '/feed.json', '/sitemap.xml'],
];

const withdraw = (body: object, token = at.editor.token) =>
  call<{ id: string; edition: number | null; claim: number | null }>(
    'POST',
    `/api/v1/articles/${at.article.id}/withdrawals`,
    { as: { token }, body },
  );

describe('withdrawing a claim', () => {
  test('leaves not a word of it in anything public, at once, and everything verifies', async () => {
    const before = new Map<string, string>();
    for (const path of everything()) before.set(path, (await ask(path)).text);
    for (const secret of secrets) expect([...before.values()].filter((text) => text.includes(secret))).not.toEqual([]);
    const digests = [1, 2].map((n) => digestOfEdition(JSON.parse(before.get(`/a/${slug}/${n}.json`) ?? '') as Payload));

    expect((await withdraw({ claim: 1, reason })).body).toMatchObject({ edition: null, claim: 1, reason });

    for (const path of everything()) {
      const { text, status } = await ask(path);
      for (const secret of secrets) expect([path, secret, text.includes(secret)]).toEqual([path, secret, false]);
      expect([path, status < 500]).toEqual([path, true]);
    }
    for (const n of [1, 2]) {
      const { text } = await ask(`/a/${slug}/${n}.json`);
      const left = JSON.parse(text) as Payload;
      expect(canonical(left)).toBe(text);
      expect(left.claims[0]).toEqual({ hash: expect.any(String), withdrawal: { reason, at: expect.any(String) } });
      expect(digestOfEdition(left)).toBe(digests[n - 1]);
    }
    expect(await verifyEditions(slug)).toEqual({ editions: 2, broken: null });
  });

  test('shows notice and reason in its place, on its own pages and in every form of the edition', async () => {
    await withdraw({ claim: first, reason });
    for (const path of [...ofEdition(''), ...ofEdition('/1')]) {
      if (!path.endsWith('claimreview.json') && !path.endsWith('embed'))
        expect([path, (await ask(path)).text.includes(reason)]).toEqual([path, true]);
    }
    for (const path of [...ofClaim('', 1), ...ofClaim('/1', 1)]) {
      const { text, status } = await ask(path);
      expect([path, text.includes(reason)]).toEqual([path, true]);
      expect([path, status]).toEqual([
        path,
        /(1|json|embed)$/.test(path) && !/view.json|jsonld/.test(path) ? 200 : 410,
      ]);
    }
    expect((await ask(`/a/${slug}/claims/2`)).text).toContain('300 people');
    expect((await ask(oembed(`/a/${slug}/claims/1`))).status).toBe(404);
    for (const feed of ['/feed.atom', '/feed.json']) {
      const { text } = await ask(feed);
      expect(text).toContain('Withdrawn: claim 1 of a fact check');
      expect(text).toContain(reason);
    }
  });

  test('shows at once to whoever has the page: its entity tag is another', async () => {
    const { etag } = await ask(`/a/${slug}`);
    expect((await ask(`/a/${slug}`, { 'If-None-Match': etag })).status).toBe(304);
    await withdraw({ claim: 1, reason });
    expect((await ask(`/a/${slug}`, { 'If-None-Match': etag })).status).toBe(200);
    const path = `/api/v1/articles/${at.article.id}/editions/1`;
    const { etag: left } = await ask(path);
    await withdraw({ claim: 2, reason });
    expect((await ask(path, { 'If-None-Match': left })).status).toBe(200);
  });

  test('keeps it out of every later edition, and the checklist says so', async () => {
    await withdraw({ claim: 1, reason });
    await at.edit(first, { rationale: 'The zeppelin rationale, anew [1].' });
    await at.approve(first);
    const next = await call<NextEdition>('GET', `/api/v1/articles/${at.article.id}/editions/next`, {
      as: { token: at.editor.token },
    });
    expect(next.body.goesOut.map(({ k }) => k)).toEqual([3, 2]);
    expect(next.body.checklist).toContainEqual({
      rule: 'withdrawn',
      holds: true,
      blocking: false,
      message: 'Claim 1 was withdrawn and never goes out again.',
      claimId: first,
    });
    value(await at.publish({ note: 'Without it.', tier: 'update' }));
    expect((await ask(`/a/${slug}/3.json`)).text).not.toContain('zeppelin');
    expect(await verifyEditions(slug)).toEqual({ editions: 3, broken: null });
  });
});

describe('withdrawing an edition', () => {
  test('leaves its number, its digest and the reason, in every form, and the chain holds', async () => {
    const digest = digestOfEdition(JSON.parse((await ask(`/a/${slug}/2.json`)).text) as Payload);
    expect((await withdraw({ edition: 2, reason })).body).toMatchObject({ edition: 2, claim: null });
    for (const path of [...ofEdition(''), ...ofEdition('/2'), ...ofClaim('', 1), ...ofClaim('/2', 2)]) {
      const { text } = await ask(path);
      expect([path, text.includes(reason)]).toEqual([path, true]);
      for (const word of ['zeppelin', '300 people', told.note, at.article.title])
        expect([path, word, text.includes(word)]).toEqual([path, word, false]);
    }
    expect(JSON.parse((await ask(`/a/${slug}/2.json`)).text)).toMatchObject({
      edition: { number: 2, previousDigest: expect.any(String) },
      digest,
      withdrawal: { reason },
    });
    const older = (await ask(`/a/${slug}/1`)).text;
    expect(older).toContain('Edition 2, the newest, was withdrawn');
    expect(older).not.toContain(told.note);
    expect((await ask('/published')).text).not.toContain(`/a/${slug}"`);
    expect((await ask('/sitemap.xml')).text).not.toContain(`/a/${slug}<`);
    expect((await ask('/feed.json')).text).toContain('Withdrawn: edition 2 of a fact check');
    expect((await ask('/feed.json')).text).not.toContain(`/a/${slug}/2","title":"${at.article.title}`);
    value(await at.publish({ note: 'Once more.', tier: 'correction' }));
    expect((await ask(`/a/${slug}`)).text).toContain('zeppelin');
    expect((await ask(`/a/${slug}/2`)).text).not.toContain('zeppelin');
    expect(await verifyEditions(slug)).toEqual({ editions: 3, broken: null });
    const { body } = await call<{ items: Edition[] }>('GET', `/api/v1/articles/${at.article.id}/editions`, {
      as: { token: at.editor.token },
    });
    expect(body.items.map(({ withdrawal }) => withdrawal?.reason ?? null)).toEqual([null, reason, null]);
  });
});

describe('a withdrawal', () => {
  test('is refused where there is nothing to withdraw, without a reason, for both at once, and a second time', async () => {
    const draft = await at.draft('half of that');
    const refused: [object, number, string?][] = [
      [{ edition: 9, reason }, 422, 'no-such-edition'],
      [{ claim: 9, reason }, 422, 'never-published'],
      [{ claim: draft, reason }, 422, 'never-published'],
      [{ reason }, 422, 'edition-or-claim'],
      [{ edition: 1, claim: 1, reason }, 422, 'edition-or-claim'],
      [{ edition: 1, reason: '  ' }, 400],
      [{ edition: 1 }, 400],
    ];
    for (const [body, status, rule] of refused) {
      const answer = await withdraw(body);
      expect([body, answer.status, rule && answer.rules[0]]).toEqual([body, status, rule]);
    }
    expect((await withdraw({ claim: '1', reason })).status).toBe(201);
    expect((await withdraw({ claim: first, reason })).rules).toEqual(['withdrawn-before']);
    expect((await withdraw({ edition: 1, reason }, at.reviewer.token)).status).toBe(403);
  });

  test('that was taken back by hand, changed or put in is found', async () => {
    await withdraw({ claim: 1, reason });
    const change = (by: ReturnType<typeof sql>) => database().write((tx) => tx.run(by));
    await change(sql`update withdrawals set reason = 'Another.' where slug = ${slug}`);
    expect((await verifyEditions(slug)).broken?.reason).toMatch(/stored otherwise/);
    await change(sql`update withdrawals set reason = ${reason} where slug = ${slug}`);
    await change(sql`update withdrawals set k = 2 where slug = ${slug}`);
    expect((await verifyEditions(slug)).broken?.reason).toMatch(/stored otherwise/);
    await change(sql`update withdrawals set k = 1 where slug = ${slug}`);
    expect((await verifyEditions(slug)).broken).toBeNull();
    await change(sql`insert into withdrawals select 'x', article_id, slug, 2, null, reason, withdrawn_by, withdrawn_at
      from withdrawals where slug = ${slug}`);
    expect((await verifyEditions(slug)).broken?.reason).toMatch(/does not tell of a withdrawal/);
    await change(sql`delete from withdrawals where slug = ${slug}`);
    expect((await verifyEditions(slug)).broken?.reason).toMatch(/is missing/);
  });
});
