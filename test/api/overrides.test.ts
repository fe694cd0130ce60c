import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST as confirmations } from '@/app/api/v1/articles/[id]/confirmations/route';
import { GET as overrides } from '@/app/api/v1/articles/[id]/overrides/route';
import { listActivity } from '@/db/activity';
import { decideClaim } from '@/db/claims/decide';
import { listClaims } from '@/db/claims/read';
import { publishEdition } from '@/db/editions/publish';
import { withdraw } from '@/db/editions/withdraw';
import { articleReport } from '@/db/standards/report';
import type { Override } from '@/domain/contract/overrides';
import { article, submitted } from '@/test/checking';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { handlerFor } from './handlers';
import { visit } from './visit';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let editor: TestPerson;
let published: Awaited<ReturnType<typeof article>>;

beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
  editor = await newPerson('editor');
  published = await article(admin.actor);
  const { id, digest } = await submitted(admin.actor, published, '41,200 passengers in June');
  const override = { reason: 'The other editor is ill.' };
  value(await decideClaim(may('decide', admin.actor), id, { outcome: 'approve', digest, override }));
  value(await publishEdition(may('publish', admin.actor), published.id, {}, null));
});
afterAll(() => desk.close());

const confirm = (by: TestPerson, body: object) =>
  visit(confirmations, '/', { method: 'POST', token: by.token, body, params: { id: published.id } });
const rulesOf = async (answer: Response): Promise<string[]> =>
  ((await answer.json()) as { problems: { rule: string }[] }).problems.map(({ rule }) => rule);
const listed = async (): Promise<Override[]> =>
  (
    (await (await visit(overrides, '/', { token: editor.token, params: { id: published.id } })).json()) as {
      items: Override[];
    }
  ).items;
async function recordPage(): Promise<string> {
  const path = `/a/${published.slug}/record`;
  const found = await handlerFor('GET', path);
  const request = new Request(new URL(path, 'http://localhost:3000'), { headers: { host: 'localhost:3000' } });
  return (await found!.handler!(request, { params: Promise.resolve(found!.params) })).text();
}

/** How the claim stands to the check that asks for a second person. */
async function secondPerson() {
  const { items } = value(await articleReport(may('read', editor.actor), published.id));
  return items[0]?.findings.find(({ rule }) => rule === 'second-person');
}

test('the desk sees what was approved without a second person, and why', async () => {
  expect(await listed()).toMatchObject([
    { edition: 1, claim: 1, reason: 'The other editor is ill.', approvedBy: admin.id, confirmation: null },
  ]);
  expect(await recordPage()).not.toContain('Confirmed since');
  expect(await secondPerson()).toMatchObject({ outcome: 'unmet' });
});

test('whoever had a part in the claim does not confirm it, nor is there anything to confirm elsewhere', async () => {
  expect(await rulesOf(await confirm(admin, { edition: 1, claim: 1 }))).toEqual(['two-people']);
  expect(await rulesOf(await confirm(editor, { edition: 1, claim: 2 }))).toEqual(['nothing-to-confirm']);
  expect(await rulesOf(await confirm(editor, { edition: 7, claim: 1 }))).toEqual(['no-such-edition']);
});

test('a second person confirms it in retrospect, once, and the record tells who and when', async () => {
  const answer = await confirm(editor, { edition: 1, claim: 1 });
  expect(answer.status).toBe(201);
  const { confirmation } = (await answer.json()) as Override;
  expect(confirmation?.by).toBe((await listed())[0]?.confirmation?.by);
  expect(await recordPage()).toContain(`Confirmed since by <bdi>${confirmation?.by}</bdi>`);
  expect(await rulesOf(await confirm(editor, { edition: 1, claim: 1 }))).toEqual(['confirmed-before']);
});

test('the standards hold of it from then on, with who confirmed it and when, and so do claim and history', async () => {
  const [{ confirmation }] = (await listed()) as [Override];
  const said = `confirmed in retrospect by ${confirmation!.by} on ${confirmation!.at.slice(0, 10)}`;
  expect(await secondPerson()).toMatchObject({ outcome: 'holds', message: expect.stringContaining(said) });
  const permit = may('read', editor.actor);
  const [claim] = value(await listClaims(permit, published.id));
  expect(claim?.decision?.override).toEqual({ reason: 'The other editor is ill.', confirmed: confirmation });
  const [last] = value(await listActivity(permit, published.id, { claim: claim!.id, limit: 1 }));
  expect([last?.type, last?.by]).toEqual(['override.confirmed', editor.id]);
});

test('of a withdrawn claim there is nothing left to confirm', async () => {
  value(await withdraw(may('publish', editor.actor), published.id, { claim: 1, reason: 'A court says so.' }));
  expect(await listed()).toEqual([]);
});
