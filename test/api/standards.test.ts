import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { waitingFor } from '@/db/desk/waiting';
import { activity } from '@/db/schema';
import type { Claim } from '@/domain/claim';
import type { NextEdition } from '@/domain/contract/editions';
import type { StandardsEffect, StandardsReport, StandardsSettings } from '@/domain/contract/standards';
import { claimsOf, type Payload } from '@/domain/edition';
import { defaultLevels, type Levels } from '@/domain/standards';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, type TestPerson } from '@/test/desk';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let at: Checking;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
});
beforeEach(async () => {
  await set({});
  at = await checking();
});
afterAll(() => desk.close());

const as = (person: TestPerson) => ({ token: person.token });
const settings = () => call<StandardsSettings>('GET', '/api/v1/desk/standards', { as: as(admin) });
/** Sets some checks otherwise than they ship. */
async function set(levels: Partial<Levels>) {
  const { etag } = await settings();
  const body = { levels: { ...defaultLevels, ...levels } };
  return call<StandardsSettings>('PUT', '/api/v1/desk/standards', { as: as(admin), ifMatch: etag, body });
}
const claimPath = (id: string) => `/api/v1/claims/${id}`;
const read = (id: string) => call<Claim>('GET', claimPath(id), { as: as(at.reviewer) });
const submit = async (id: string) =>
  call<Claim>('POST', `${claimPath(id)}/submission`, { as: as(at.reviewer), ifMatch: (await read(id)).etag });
const waive = async (id: string, body: object) =>
  call<Claim>('POST', `${claimPath(id)}/waivers`, { as: as(at.reviewer), ifMatch: (await read(id)).etag, body });
const approve = (claim: Claim, person = at.editor) =>
  call<Claim>('POST', `${claimPath(claim.id)}/decisions`, {
    as: as(person),
    body: { outcome: 'approve', digest: claim.digest },
  });
const next = async () =>
  (await call<NextEdition>('GET', `/api/v1/articles/${at.article.id}/editions/next`, { as: as(at.editor) })).body;
const lines = async (rule: string) => (await next()).checklist.filter((check) => check.rule === rule);

const adverse = { verdict: 'false', claimant: { name: 'Ines Calder', type: 'person' } } as const;
const asked = { party: 'Ines Calder, mayor', channel: 'email', contact: 'mayor@ellery.example' };
const past = { askedAt: '2026-04-01T09:00:00Z', deadline: '2026-04-02T09:00:00Z' };
const approach = (id: string, body: object) =>
  call<{ id: string }>('POST', `${claimPath(id)}/approaches`, {
    as: as(at.reviewer),
    body: { ...asked, ...past, ...body },
  });

describe('the settings', () => {
  test('ship as warnings, are recognised as a preset, and remember when a check was set', async () => {
    const { body } = await settings();
    expect([body.preset, new Set(body.checks.map(({ level }) => level))]).toEqual(['warnings', new Set(['warning'])]);
    const changed = await set({ 'two-sources': 'blocking', 'open-threads': 'off' });
    expect(changed.body.preset).toBeNull();
    expect(changed.body.checks.find(({ rule }) => rule === 'two-sources')).toEqual({
      rule: 'two-sources',
      level: 'blocking',
      since: expect.any(String),
    });
    const logged = await database().read.select().from(activity).where(eq(activity.type, 'standards.changed'));
    expect(logged.length).toBeGreaterThan(0);
  });

  test('are refused where a check is missing or none of the desk’s', async () => {
    const { etag } = await settings();
    const { 'two-sources': _, ...some } = defaultLevels;
    for (const levels of [some, { ...defaultLevels, luck: 'off' }, { ...defaultLevels, 'two-sources': 'maybe' }]) {
      const answer = await call('PUT', '/api/v1/desk/standards', { as: as(admin), ifMatch: etag, body: { levels } });
      expect(answer.status).toBe(400);
    }
  });

  test('say what they would mean for the claims that are approved', async () => {
    await at.approved('41,200 containers');
    const { body } = await call<StandardsEffect>('GET', '/api/v1/desk/standards/effect', { as: as(admin) });
    expect(body.looked).toBeGreaterThan(0);
    expect(body.tally.find(({ rule }) => rule === 'two-sources')?.unmet).toBe(body.looked);
    expect(body.tally.find(({ rule }) => rule === 'primary-source')?.holds).toBe(body.looked);
  });
});

describe('a check that blocks', () => {
  test('refuses a submission with every unmet rule, its sentence and its place, until it is met or waived', async () => {
    await set({ 'two-sources': 'blocking', 'right-of-reply': 'blocking' });
    const id = await at.draft('41,200 containers', adverse);
    const refused = await submit(id);
    expect([refused.status, refused.rules]).toEqual([422, ['two-sources', 'right-of-reply']]);
    expect(refused.body).toMatchObject({
      problems: [
        { rule: 'two-sources', claimId: id, pointer: '/evidence', message: expect.stringContaining('Only evidence 1') },
        { rule: 'right-of-reply', pointer: '/approaches' },
      ],
    });
    await waive(id, { rule: 'two-sources', reason: 'The port alone counts.' });
    expect((await submit(id)).rules).toEqual(['right-of-reply']);
    expect((await approach(id, {})).status).toBe(201);
    expect((await submit(id)).status).toBe(200);
  });

  test('refuses an approval, whatever override; a return it lets pass', async () => {
    const id = await at.draft('41,200 containers');
    const { body: claim } = await submit(id);
    await set({ 'two-sources': 'blocking' });
    expect((await approve(claim)).rules).toEqual(['two-sources']);
    const body = { outcome: 'approve', digest: claim.digest, override: { reason: 'Deadline.' } };
    const over = await call('POST', `${claimPath(id)}/decisions`, { as: as(admin), body });
    expect([over.status, over.rules]).toEqual([422, ['two-sources']]);
    const back = { outcome: 'return', digest: claim.digest, note: 'A second source, please.' };
    expect((await call('POST', `${claimPath(id)}/decisions`, { as: as(at.editor), body: back })).status).toBe(200);
  });

  test('blocks an edition where it came to be unmet after approval, and names the claim', async () => {
    await set({ 'two-sources': 'blocking' });
    const id = await at.draft('41,200 containers');
    const waived = await waive(id, { rule: 'two-sources', reason: 'The port alone counts.' });
    const { body: claim } = await submit(id);
    expect((await approve(claim)).status).toBe(200);
    expect(await lines('two-sources')).toEqual([
      expect.objectContaining({
        holds: true,
        blocking: false,
        message: expect.stringContaining('The port alone counts.'),
      }),
    ]);
    const given = waived.body.waivers[0]!.id;
    const gone = await call('DELETE', `/api/v1/waivers/${given}`, {
      as: as(at.reviewer),
      ifMatch: (await read(id)).etag,
    });
    expect(gone.status).toBe(200);
    expect(await lines('two-sources')).toEqual([
      expect.objectContaining({ holds: false, blocking: true, claimId: id }),
    ]);
    expect(rules(await at.publish())).toEqual(['two-sources']);
  });

  test('only warns of what was approved before it came to block', async () => {
    await at.approved('41,200 containers');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await set({ 'two-sources': 'blocking' });
    const [line, ...more] = await lines('two-sources');
    expect(more).toEqual([]);
    expect(line).toMatchObject({ holds: false, blocking: false, message: expect.stringContaining('approved before') });
    expect((await at.publish()).ok).toBe(true);
  });

  test('looks at the words that were approved, where a claim goes out as last approved', async () => {
    await set({ 'primary-source': 'blocking' });
    const id = await at.approved('41,200 containers');
    const { body: claim, etag } = await read(id);
    const patched = await call('PATCH', `/api/v1/evidence/${claim.evidence[0]!.id}`, {
      as: as(at.reviewer),
      ifMatch: etag,
      body: { primary: false },
    });
    expect(patched.status).toBe(200);
    expect((await at.publish({ asLastApproved: [id] })).ok).toBe(true);
  });
});

test('a waiver is told apart from approval: it changes neither digest nor contributors, and is on the record', async () => {
  const id = await at.approved('41,200 containers');
  const before = (await read(id)).body;
  const body = { rule: 'two-sources', reason: ' Only the port counts. ' };
  const { token } = admin;
  const after = (
    await call<Claim>('POST', `${claimPath(id)}/waivers`, { as: { token }, ifMatch: (await read(id)).etag, body })
  ).body;
  expect([after.state, after.digest, after.contributors]).toEqual(['approved', before.digest, before.contributors]);
  expect(after.waivers).toEqual([
    expect.objectContaining({ rule: 'two-sources', reason: 'Only the port counts.', by: admin.id }),
  ]);
  const refused = await waive(id, { rule: 'open-threads', reason: 'No.' });
  expect(refused.status).toBe(400);
});

describe('right of reply', () => {
  test('what readers are told is approved, frozen and printed; whom to ring up stays at the desk', async () => {
    const id = await at.draft('41,200 containers', adverse);
    const answer = 'The figure is right. Ring +44 20 7946 0000.';
    const answered = { question: 'Is it?', outcome: 'answered', answer, answeredAt: '2026-04-01T12:00:00Z' };
    const made = await approach(id, { ...answered, tells: 'answer', told: 'The figure is right.' });
    expect(made.status).toBe(201);
    const { body: claim } = await submit(id);
    expect((await approve(claim)).status).toBe(200);
    expect((await at.publish()).ok).toBe(true);
    const edition = await call<Payload>('GET', `/api/v1/articles/${at.article.id}/editions/1`, {});
    expect(claimsOf(edition.body)[0]?.content.replies).toEqual([
      { party: asked.party, askedOn: '2026-04-01', said: 'answer', words: 'The figure is right.', by: '2026-04-01' },
    ]);
    const pages = ['', '/1/claims/1', '/edition.md', '/claims/1.json'];
    for (const page of pages) {
      const { text } = await call('GET', `/a/${at.article.slug}${page}`, {});
      expect([page, text.includes('The figure is right.')]).toEqual([page, true]);
      for (const secret of ['7946', 'ellery.example', 'Is it?'])
        expect([page, text.includes(secret)]).toEqual([page, false]);
    }
  });

  test('another word for readers lapses the approval, and taking it back restores it; a note of silence does not', async () => {
    const id = await at.draft('41,200 containers', adverse);
    const { body: made } = await approach(id, {});
    const { body: claim } = await submit(id);
    await approve(claim);
    const change = async (body: object) =>
      call('PATCH', `/api/v1/approaches/${made.id}`, { as: as(at.reviewer), ifMatch: (await read(id)).etag, body });
    await change({ channel: 'phone', contact: '555' });
    expect((await read(id)).body.state).toBe('approved');
    expect((await change({ tells: 'outcome' })).status).toBe(200);
    expect((await read(id)).body.state).toBe('lapsed');
    await change({ tells: 'nothing' });
    expect((await read(id)).body.state).toBe('approved');
    const early = await change({ deadline: '2999-01-01T00:00:00Z', tells: 'outcome' });
    expect([early.status, early.rules]).toEqual([422, ['deadline-ahead']]);
    const removed = await call<Claim>('DELETE', `/api/v1/approaches/${made.id}`, {
      as: as(at.reviewer),
      ifMatch: (await read(id)).etag,
    });
    expect(removed.body.approaches).toEqual([]);
  });

  test('a deadline that passed waits for whoever works on the claim', async () => {
    const id = await at.draft('41,200 containers', adverse);
    const waiting = async (person: TestPerson) =>
      (await waitingFor(may('read', person.actor))).items.flatMap(({ claimId, reasons }) =>
        claimId === id ? reasons.map(({ kind }) => kind) : [],
      );
    await approach(id, { deadline: '2999-01-01T00:00:00Z' });
    expect(await waiting(at.reviewer)).toEqual([]);
    await approach(id, {});
    expect([await waiting(at.reviewer), await waiting(at.editor)]).toEqual([['reply-due'], []]);
    await submit(id);
    expect(await waiting(at.reviewer)).toEqual([]);
  });

  test('the log names who was asked, never by which address', async () => {
    const id = await at.draft('41,200 containers', adverse);
    await approach(id, {});
    const { text } = await call('GET', `/api/v1/articles/${at.article.id}/activity`, { as: as(at.reviewer) });
    expect(text).toContain(asked.party);
    expect(text).not.toContain(asked.contact);
  });
});

describe('the report', () => {
  test('holds each claim against each check, with waivers, for an article and for a period', async () => {
    const id = await at.approved('41,200 containers');
    await waive(id, { rule: 'two-sources', reason: '=1+1' });
    const { body } = await call<StandardsReport>('GET', `/api/v1/articles/${at.article.id}/standards`, {
      as: as(admin),
    });
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ claimId: id, state: 'approved', verdict: 'True' });
    expect(body.tally.find(({ rule }) => rule === 'two-sources')).toMatchObject({ holds: 0, waived: 1, unmet: 0 });
    const year = new Date().getUTCFullYear();
    const period = async (query: string) =>
      (await call<StandardsReport>('GET', `/api/v1/desk/standards/report?${query}`, { as: as(admin) })).body.items.some(
        ({ claimId }) => claimId === id,
      );
    expect(await period(`from=${year}-01-01&to=${year}-12-31`)).toBe(true);
    expect(await period(`to=${year - 1}-12-31`)).toBe(false);
  });
});
