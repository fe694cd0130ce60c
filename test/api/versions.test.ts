import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { activity } from '@/db/schema';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { contract } from '@/domain/contract';
import type { ProblemDocument } from '@/domain/contract/route';
import { newPerson, openDesk } from '@/test/desk';
import { newScene, requests, routeNames, type Scene } from './requests';
import { waiting } from './requests/scene';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let as: { token: string };
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
  as = { token: scene.admin.token };
});
afterAll(() => desk.close());

const versioned = routeNames.filter((name) => contract[name].ifMatch === 'required');
const tagged = routeNames.filter((name) => contract[name].etag && contract[name].method === 'GET');
const linesOfLog = () => database().read.$count(activity);
const nobodys = `"${'0'.repeat(32)}"`;

/** What a write would change: evidence, approaches, waivers and submissions belong to their claim. */
async function resourceOf(path: string): Promise<string> {
  const [, part, id] = /\/v1\/(evidence|approaches|waivers)\/(.+)$/.exec(path) ?? [];
  if (!part)
    return path.replace(
      /\/(submission|drop|settlement|acceptance|second-verdict|second-verdict\/adjudication|waivers|split|merge|suggestion|resolution)$/,
      '',
    );
  const { items } = (
    await call<{ items: Claim[] }>('GET', `/api/v1/articles/${scene.article.id}/claims?limit=200`, { as })
  ).body;
  const parts = part as 'evidence' | 'approaches' | 'waivers';
  return `/api/v1/claims/${items.find((claim) => claim[parts].some((each) => each.id === id))?.id}`;
}

test('every write to something that has a version is in these tests', () => {
  expect(versioned.length).toBeGreaterThanOrEqual(11);
});

describe('a write names the version it was made against', () => {
  test.each(versioned)('%s without If-Match is refused with 428', async (name) => {
    const { path, body } = await requests[name](scene, scene.admin);
    const before = await linesOfLog();
    for (const ifMatch of [null, '*', ' * ']) {
      const answer = await call(contract[name].method, path, { as, body, ifMatch });
      expect([ifMatch, answer.status, answer.rules]).toEqual([ifMatch, 428, ['needs-if-match']]);
    }
    expect(await linesOfLog()).toBe(before);
  });

  test.each(versioned)(
    '%s against another version is refused with what stands now, and then goes through',
    async (name) => {
      const { method } = contract[name];
      const { path, body, ifMatch } = await requests[name](scene, scene.admin);
      const now = await call('GET', await resourceOf(path), { as });
      const before = await linesOfLog();
      for (const stale of [nobodys, `W/${ifMatch}`, 'nonsense', '', `"${'x'.repeat(5000)}"`]) {
        const answer = await call<ProblemDocument>(method, path, { as, body, ifMatch: stale });
        expect([stale, answer.status]).toEqual([stale, 412]);
        expect(answer.body.current).toEqual(now.body);
        expect(answer.etag).toBe(now.etag);
      }
      expect(await linesOfLog()).toBe(before);
      const accepted = await call(method, path, { as, body, ifMatch: `${nobodys}, ${now.etag}` });
      expect(accepted.status).toBe(contract[name].status);
    },
  );

  test.each(versioned)('%s answers with the version that stands after it', async (name) => {
    const { path, body, ifMatch } = await requests[name](scene, scene.admin);
    const resource = await resourceOf(path);
    const answer = await call(contract[name].method, path, { as, body, ifMatch });
    const told = name === 'splitClaim' ? (answer.headers.get('location') ?? '') : resource; // it answers with the copy
    expect(answer.etag).toBe((await call('GET', told, { as })).etag);
  });
});

describe('a version', () => {
  test.each(tagged)('%s is not sent again to whoever has it', async (name) => {
    const { path } = await requests[name](scene, scene.admin);
    const { etag } = await call('GET', path, { as });
    for (const known of [etag, `W/${etag}`, `${nobodys}, ${etag}`, '*']) {
      const answer = await call('GET', path, { as, headers: { 'If-None-Match': known } });
      expect([known, answer.status, answer.text, answer.etag]).toEqual([known, 304, '', etag]);
    }
    for (const other of [nobodys, 'nonsense', '']) {
      expect((await call('GET', path, { as, headers: { 'If-None-Match': other } })).status).toBe(200);
    }
  });

  test('of a claim is strong and the same for all who see it', async () => {
    const { id } = await waiting(scene);
    const tags = new Set<string>();
    for (const { token } of [scene.reviewer, scene.editor, scene.admin, await newPerson('reviewer')]) {
      const { etag, body } = await call('GET', `/api/v1/claims/${id}`, { as: { token } });
      expect(etag).toBe(etagOf(body));
      tags.add(etag);
    }
    expect([...tags]).toEqual([expect.stringMatching(/^"[0-9a-f]{32}"$/)]);
  });

  test('of a preview may be named when publishing, and drafts do not change it', async () => {
    const { path, body, ifMatch } = await requests.publish(scene, scene.editor);
    const stale = await call<ProblemDocument>('POST', path, { as, body, ifMatch: nobodys });
    expect([stale.status, stale.etag]).toEqual([412, ifMatch]);
    expect(stale.body.current).toMatchObject({ number: 1 });
    expect((await call('POST', path, { as, body, ifMatch })).status).toBe(201);
    const next = { note: 'A second look.', tier: 'clarification' };
    const again = await call<ProblemDocument>('POST', path, { as, body: next, ifMatch: '*' });
    expect([again.status, again.rules.includes('needs-if-match')]).toEqual([expect.any(Number), false]);
  });

  test('a decision names the digest instead: a stale one is refused with the claim as it is', async () => {
    const claim = await waiting(scene);
    const path = `/api/v1/claims/${claim.id}`;
    const body = { outcome: 'approve', digest: claim.digest };
    await call('PATCH', path, {
      as: { token: scene.reviewer.token },
      ifMatch: etagOf(claim),
      body: { rationale: 'New.' },
    });
    const now = await call<Claim>('GET', path, { as });
    const stale = await call<ProblemDocument>('POST', `${path}/decisions`, { as, body });
    expect([stale.status, stale.body.current, stale.etag]).toEqual([412, now.body, now.etag]);
    const decided = await call<Claim>('POST', `${path}/decisions`, { as, body: { ...body, digest: now.body.digest } });
    expect([decided.status, decided.body.state]).toEqual([200, 'approved']);
  });
});
