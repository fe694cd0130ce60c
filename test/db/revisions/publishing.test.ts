import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleClaim } from '@/db/claims/settle';
import { nextEdition } from '@/db/editions/next';
import { listEditions, readEdition } from '@/db/editions/read';
import { verifyEditions } from '@/db/editions/verify';
import { verifyActivity } from '@/db/verify';
import { etagOf } from '@/domain/canonical';
import { claimsOf, isBroken, type Payload } from '@/domain/edition';
import type { SettlingWay } from '@/domain/settling';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const figure = '41,200 containers';
const other = '41,900 containers';

const settle = async (at: Checking, id: string, way: SettlingWay, revision = 2) => {
  const claim = await at.now(id);
  return value(await settleClaim(may('annotate', at.reviewer.actor), id, [etagOf(claim)], { way, revision }));
};
const told = { note: 'The article changed.', tier: 'update' as const };
const claimsIn = async ({ article }: Checking, number: number) =>
  claimsOf(value(await readEdition(article.id, number)).record as Payload);
const planned = async ({ article, editor }: Checking, asLastApproved: string[] = []) =>
  value(await nextEdition(may('read', editor.actor), article.id, asLastApproved)).next;

describe('an edition after the article changed', () => {
  it('takes a claim whose words merely moved, approved as it is, at its new place', async () => {
    const at = await checking();
    const id = await at.approved(figure);
    await at.revise(`A new first paragraph.\n${at.text}`);
    expect(await at.now(id)).toMatchObject({ state: 'approved', unsettled: null });
    value(await at.publish());
    const [claim] = await claimsIn(at, 1);
    expect(claim?.place?.start).toBe(at.text.indexOf(figure) + 'A new first paragraph.\n'.length);
  });

  it('stops at changed words until somebody says what becomes of the claim, and links to it', async () => {
    const at = await checking();
    const id = await at.approved(figure);
    await at.revise(at.text.replace(figure, other));
    expect((await planned(at)).checklist.filter(isBroken)).toMatchObject([{ rule: 'settled', claimId: id }]);
    expect(rules(await at.publish())).toEqual(['settled']);
    await settle(at, id, 'new-words');
    expect(rules(await at.publish())).toEqual(['needs-claim']);
    await at.approve(id);
    value(await at.publish());
    expect((await claimsIn(at, 1))[0]).toMatchObject({ content: { quotes: [other] }, place: { exact: other } });
  });

  it('lists a claim that is kept under its approved words, with the date on which the change was seen', async () => {
    const at = await checking();
    const [kept, stays] = [await at.approved(figure), await at.approved('300 people')];
    value(await at.publish());
    const { revision } = await at.revise(at.text.replace(figure, other));
    await settle(at, kept, 'keep');
    await at.revise(`${at.text.replace(figure, other)}\nOne line more.`);
    value(await at.publish(told));
    const [first, second] = await claimsIn(at, 2);
    expect(first).toMatchObject({ k: (await at.now(stays)).k, place: { exact: '300 people' } });
    expect(first).not.toHaveProperty('gone');
    expect(second).toMatchObject({ place: null, gone: { since: revision.createdAt, quotes: [figure] } });
    expect(await verifyEditions()).toMatchObject({ broken: null });
  });

  it('says of each edition which revision it annotates, and that there is a newer one', async () => {
    const at = await checking();
    await at.approved(figure);
    expect(value(await at.publish())).toMatchObject({ revision: 1, newerRevision: null });
    await at.revise(`${at.text}\nOne line more.`);
    const listed = () => listEditions(may('read', at.editor.actor), at.article.id, { limit: 5 });
    expect(value(await listed())).toMatchObject([{ number: 1, revision: 1, newerRevision: 2 }]);
    value(await at.publish(told));
    expect(value(await listed())).toMatchObject([
      { number: 2, revision: 2, newerRevision: null },
      { number: 1, revision: 1, newerRevision: 2 },
    ]);
  });
});

describe('a claim that goes out as last approved', () => {
  it('stands where its approved words stand now, though its own place was selected anew', async () => {
    const at = await checking();
    const id = await at.approved(figure);
    const text = `A new first paragraph.\n${at.text}`;
    await at.revise(text);
    const start = text.indexOf('300 people');
    await at.edit(id, { anchor: { start, end: start + 10, exact: '300 people' }, revision: 2 });
    const { payload, checklist } = await planned(at, [id]);
    expect(checklist.filter(isBroken)).toEqual([]);
    expect(claimsOf(payload)[0]).toMatchObject({
      content: { quotes: [figure] },
      place: { start: text.indexOf(figure) },
    });
  });

  it('does not go out in words that the article does not say, once it is settled on the new ones', async () => {
    const at = await checking();
    const id = await at.approved(figure);
    await at.revise(at.text.replace(figure, other));
    await settle(at, id, 'new-words');
    const [broken] = (await planned(at, [id])).checklist.filter(isBroken);
    expect(broken).toMatchObject({ rule: 'settled', claimId: id, message: expect.stringContaining('leave it out') });
  });

  it('goes out as kept, when it was kept and then changed otherwise', async () => {
    const at = await checking();
    const id = await at.approved(figure);
    await at.revise(at.text.replace(figure, other));
    await settle(at, id, 'keep');
    await at.edit(id, { rationale: 'In other words [1].' });
    const { payload, checklist } = await planned(at, [id]);
    expect(checklist.filter(isBroken)).toEqual([]);
    expect(claimsOf(payload)[0]).toMatchObject({ place: null, gone: { quotes: [figure] } });
  });
});

it('leaves a log and editions that verify', async () => {
  const admin = await newPerson('admin');
  expect(await verifyActivity(may('administer', admin.actor))).toMatchObject({ broken: null });
  expect(await verifyEditions()).toMatchObject({ broken: null });
});
