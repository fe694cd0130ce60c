import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { editPerson } from '@/db/people/people';
import { activity } from '@/db/schema';
import { contract } from '@/domain/contract';
import { may, newPerson, openDesk, value } from '@/test/desk';
import { newScene, requests, routeNames, type Scene } from './requests';
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

/** None stores anything under a key: a preview stores nothing at all, and of passwords not even a digest is kept. */
const keyless = ['previewArticle', 'previewRevision', 'changePassword'];
/** Refused without a mail server: repeated under its key in `mail.test.ts`, which has one. */
const elsewhere = ['testMail'];
const keyed = routeNames.filter((name) => {
  const { method, access } = contract[name];
  return method !== 'GET' && access !== 'public' && access !== 'own page' && ![...keyless, ...elsewhere].includes(name);
});
const linesOfLog = () => database().read.$count(activity);

let many = 0;
const newKey = () => `key-${++many}`;

describe('a write that is repeated under its Idempotency-Key', () => {
  test.each(keyed)('%s answers the same and does nothing again', async (name) => {
    const { method } = contract[name];
    const { path, body, ifMatch } = await requests[name](scene, scene.admin);
    const sent = { as, body, ifMatch, key: newKey() };
    const first = await call(method, path, sent);
    expect(first.status).toBe(contract[name].status);
    const after = await linesOfLog();
    const second = await call(method, path, sent);
    expect([second.status, second.text, second.etag]).toEqual([first.status, first.text, first.etag]);
    expect(await linesOfLog()).toBe(after);
  });

  test.each(keyed.filter((name) => contract[name].body))('%s with another body is refused', async (name) => {
    const { method } = contract[name];
    const { path, body, ifMatch } = await requests[name](scene, scene.admin);
    const sent = { as, body, ifMatch, key: newKey() };
    await call(method, path, sent);
    const answer = await call(method, path, { ...sent, body: otherwise(body) });
    expect([answer.status, answer.rules]).toEqual([422, ['key-reused']]);
  });

  test('is answered only to those who still may', async () => {
    const editor = await newPerson('editor');
    const { path, body, ifMatch } = await requests.publish(scene, editor);
    const sent = { as: { token: editor.token }, body, ifMatch, key: newKey() };
    expect((await call('POST', path, sent)).status).toBe(201);
    value(await editPerson(may('read', scene.admin.actor), editor.id, 'any', { role: 'reviewer' }));
    expect((await call('POST', path, sent)).status).toBe(403);
    value(await editPerson(may('read', scene.admin.actor), editor.id, 'any', { role: 'editor' }));
    expect((await call('POST', path, sent)).status).toBe(201);
  });

  test('is another write when another person makes it, or at another address', async () => {
    const key = newKey();
    const one = await requests.createClaim(scene, scene.admin);
    const ids = new Set<unknown>();
    for (const { token } of [scene.admin, scene.editor]) {
      ids.add((await call<{ id: string }>('POST', one.path, { as: { token }, body: one.body, key })).body.id);
    }
    const other = one.path.replace(scene.article.id, scene.published.id);
    ids.add((await call<{ id: string }>('POST', other, { as, body: one.body, key })).body.id);
    expect(ids.size).toBe(3);
  });

  test('after a refusal is made anew: only what was stored is kept', async () => {
    const key = newKey();
    const { path, body, ifMatch } = await requests.editClaim(scene, scene.admin);
    expect((await call('PATCH', path, { as, body, ifMatch: '"stale"', key })).status).toBe(412);
    expect((await call('PATCH', path, { as, body, ifMatch, key })).status).toBe(200);
  });

  test('at the same moment is done once', async () => {
    const { path, body } = await requests.createClaim(scene, scene.admin);
    const before = await linesOfLog();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('POST', path, { as, body, key })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await linesOfLog()).toBe(before + 1);
  });

  test.each(['', 'with space', 'é', 'x'.repeat(256)])('is malformed with a key such as “%s”', async (key) => {
    const { path, body } = await requests.createClaim(scene, scene.admin);
    const answer = await call('POST', path, { as, body, key });
    expect([answer.status, answer.rules]).toEqual([400, ['idempotency-key']]);
  });
});

/** The same body with a word more, another way or, where it has no words of its own, without its last field. */
function otherwise(body: unknown): unknown {
  const fields = body as Record<string, unknown>;
  if (fields.way === 'new-words') return { ...fields, way: 'keep' };
  if ('@context' in fields) return { ...fields, label: 'Once more' };
  const wordy = ['name', 'note', 'reason', 'body', 'into', 'text'].find((name) => typeof fields[name] === 'string');
  if (wordy) return { ...fields, [wordy]: `${fields[wordy]} indeed` };
  if ('digest' in fields) return { digest: '0'.repeat(64) };
  if ('edition' in fields) return { ...fields, edition: 2 };
  if ('share' in fields) return { ...fields, share: 21 };
  if ('reviewer' in fields) return { ...fields, reviewer: 'nobody' };
  if ('accept' in fields) return { ...fields, accept: [] };
  if ('act' in fields) return { ...fields, claims: [{ id: 'another' }] };
  if ('muted' in fields) return { muted: [] };
  if ('levels' in fields) return { levels: { ...(fields.levels as object), 'two-sources': 'off' } };
  if ('every' in fields) return { ...fields, every: 'daily' };
  if ('url' in fields) return { ...fields, url: `${fields.url}/elsewhere` };
  if ('claim' in fields) return { ...fields, claim: typeof fields.claim === 'number' ? 2 : `${fields.claim}-other` };
  return Object.fromEntries(Object.entries(fields).slice(0, -1));
}
