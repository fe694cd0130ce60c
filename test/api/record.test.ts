import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { withdraw } from '@/db/editions/withdraw';
import { decisions } from '@/db/schema';
import { type Checking, checking } from '@/test/builders/checked';
import { may, openDesk, value } from '@/test/desk';
import { handlerFor } from './handlers';

const host = 'localhost:3000';
const origin = `http://${host}`;

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let record: string;

beforeAll(async () => {
  desk = await openDesk();
  at = await checking();
  record = `/a/${at.article.slug}/record`;
  const first = await at.approved('41,200 containers', { statement: 'The port handled 41,200 containers.' });
  await database().write((tx) => tx.update(decisions).set({ overrideReason: 'The other editor is ill.' }));
  value(await at.publish());
  await at.edit(first, { verdict: 'false', rationale: 'The table was read wrongly [1].' });
  await at.approve(first);
  value(await at.publish({ note: 'We had read the wrong line.' }));
  await at.approved('300 people', { statement: 'It will employ 300 people.' });
  value(await at.publish({ note: 'A claim was added.', tier: 'update' }));
});
afterAll(() => desk.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const found = await handlerFor('GET', path);
  if (!found?.handler) throw new Error(`Nothing answers ${path}`);
  const request = new Request(new URL(path, origin), { headers: { host, ...headers } });
  const response = await found.handler(request, { params: Promise.resolve(found.params) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const digests = async () => (await ask(record)).text.match(/<code>[0-9a-f]{64}<\/code>/g) ?? [];

test('the record has every edition, newest first, with its people, digest, kind of change and note', async () => {
  const { status, text, headers } = await ask(record);
  expect([status, headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
  expect(text.match(/>Edition \d</g)).toEqual(['>Edition 3<', '>Edition 2<', '>Edition 1<']);
  expect(new Set(await digests()).size).toBe(3);
  for (const said of ['A verdict has changed: ', 'We had read the wrong line.', 'Update: ', 'A claim was added.'])
    expect(text).toContain(said);
  expect(text).toMatch(/approved by <bdi>editor \d<\/bdi>, published by <bdi>editor \d<\/bdi>/);
  const overrides = text.match(
    /was approved without a second person\. The reason: <span dir="auto">The other editor is ill\./g,
  );
  expect(overrides).toHaveLength(1);
  expect(text).not.toContain('<script');
  expect((await ask(record, { 'If-None-Match': headers.get('etag') ?? '' })).status).toBe(304);
});

test('every edition and claim links to it', async () => {
  for (const page of ['', '/1', '/claims/1'])
    expect((await ask(record.replace('/record', page))).text).toContain(`href="${record}"`);
});

test('any two editions are compared by claim, in words and word by word', async () => {
  expect((await ask(`${record}/1`)).text).toContain(`href="${record}/1/3"`);
  const { status, text, headers } = await ask(`${record}/1/3`);
  expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
  expect(text).toMatch(/<h2>Claim 1: verdict(,| and) rationale( and approval)?\.<\/h2>/);
  expect(text).toMatch(/<del><span class="vh"> removed: <\/span>True<\/del><ins>.*?False<\/ins>/);
  expect(text).toContain('<h2>Claim 2 is new.</h2>');
  expect(text).toContain('It will employ 300 people.');
  expect((await ask(`${record}/2/3`)).text).not.toContain('Claim 1');
  const turned = await ask(`${record}/3/1`);
  expect([turned.status, turned.headers.get('location')]).toEqual([308, `${record}/1/3`]);
});

test('what cannot be compared is answered with the ways that lead on', async () => {
  for (const rest of ['/9', '/1/9', '/1/1', '/0/1', '/x', '/1/2/3', '/01/2']) {
    const { status, text } = await ask(`${record}${rest}`);
    expect([rest, status]).toEqual([rest, 404]);
    expect(text).toContain('Any two of these editions can be compared: 1, 2 and 3.');
    expect(text).toContain(`href="${record}"`);
  }
  expect((await ask('/a/no-such-slug/record')).status).toBe(404);
  expect((await ask(record.replace('record', 'Record'))).headers.get('location')).toBe(record);
});

test('what is withdrawn is told with its reason, and its words are in no comparison', async () => {
  const by = may('publish', at.editor.actor);
  value(await withdraw(by, at.article.id, { claim: 2, reason: 'The union asked us to.' }));
  const comparison = (await ask(`${record}/1/3`)).text;
  expect(comparison).not.toContain('300 people');
  expect(comparison).toContain('The union asked us to.');
  value(await withdraw(by, at.article.id, { edition: 2, reason: 'The photograph was not ours.' }));
  const { text } = await ask(record);
  for (const said of ['Claim 2, in every edition', 'The union asked us to.', 'The photograph was not ours.'])
    expect(text).toContain(said);
  expect(text).not.toContain('We had read the wrong line.');
  expect(await digests()).toHaveLength(3);
  expect((await ask(`${record}/1/2`)).status).toBe(404);
  expect((await ask(`${record}/1/3`)).status).toBe(200);
});
