import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreementTable } from '@/components/figures/tables';
import { decideClaim } from '@/db/claims/decide';
import { readClaim } from '@/db/claims/read';
import { database } from '@/db/client';
import { deskFigures } from '@/db/figures/figures';
import { claims } from '@/db/schema';
import { askSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { etagOf } from '@/domain/canonical';
import { mondayOf, pairsIn } from '@/domain/figures';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let returned: string;
const today = new Date().toISOString().slice(0, 10);
const week = mondayOf(today);
const figures = (period = { from: today, to: today }) => deskFigures(may('read', at.editor.actor), period);

beforeAll(async () => {
  desk = await openDesk();
  at = await checking();
  const approved = await at.approved('41,200 containers', { statement: 'The port handled 41,200 containers.' });
  await at.edit(approved, { verdict: 'false', rationale: 'The table was read wrongly [1].' });
  await at.approve(approved);
  returned = await at.draft('300 people', { statement: 'It will employ 300 people.' });
  const { digest } = await at.submit(returned);
  const decision = { outcome: 'return' as const, digest, note: 'Ask the union.' };
  value(await decideClaim(may('decide', at.editor.actor), returned, decision));
  // made five days before it was decided on
  await database().write((tx) =>
    tx
      .update(claims)
      .set({ createdAt: sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-5 days')` })
      .where(sql`id = ${returned}`),
  );
});
afterAll(() => desk.close());

test('what was made and decided is counted by week, each decision once', async () => {
  const { work } = await figures();
  expect(work).toContainEqual({ week, key: 'approve', count: 2 });
  expect(work).toContainEqual({ week, key: 'return', count: 1 });
  expect(work).toContainEqual({ week, key: 'made', count: 1 });
});

test('a claim approved twice counts with the verdict it was approved with last', async () => {
  const [plain] = (await figures()).verdicts;
  expect(plain?.scale).toMatchObject({ id: 'plain', name: 'Plain' });
  expect(plain?.counted).toEqual([{ week, key: 'false', count: 1 }]);
});

test('how long claims waited is told by the week of their first decision', async () => {
  const spread = (await figures()).waits.get(week);
  expect(spread?.count).toBe(2);
  expect(spread?.most).toBeGreaterThan(100);
});

test('returns are listed with their reasons, and sources by who published them', async () => {
  const { returns, sources } = await figures();
  expect(returns).toMatchObject([
    { claimId: returned, statement: 'It will employ 300 people.', note: 'Ask the union.' },
  ]);
  expect(sources).toEqual([{ publisher: 'Port authority', primary: 2, secondary: 0 }]);
});

test('independent verdicts that were filed are compared, those still to be filed are not', async () => {
  const reviewer = await newPerson('reviewer');
  const asked: string[] = [];
  for (const quote of ['Nobody disputed', 'A second terminal', 'The union expects']) {
    const id = await at.draft(quote, { statement: quote });
    await at.submit(id);
    value(await askSecondVerdict(may('decide', at.editor.actor), id, reviewer.id));
    asked.push(id);
  }
  for (const [index, verdict] of ['true', 'mixed'].entries()) {
    const seen = value(await readClaim(may('read', reviewer.actor), asked[index]!));
    const filed = { verdict, rationale: 'I counted again [1].', evidence: [1] };
    value(await fileSecondVerdict(may('annotate', reviewer.actor), asked[index]!, [etagOf(seen)], filed));
  }
  const [paired, ...others] = (await figures()).paired;
  expect(others).toEqual([]);
  expect(paired).toMatchObject({ scale: { id: 'plain' }, agreement: { pairs: 2, share: { value: 0.5 } } });
  expect(pairsIn(paired!.pairs, 'true', 'mixed').map(({ claimId }) => claimId)).toEqual([asked[1]]);
  const rowOfTrue = agreementTable(paired!).rows.find(([label]) => label === 'True');
  expect(rowOfTrue).toEqual(['True', 0, 0, 1, 0, 1, 0, 0, 0]);
});

test('nothing of another period is counted', async () => {
  const { waits, ...others } = await figures({ from: '2020-01-01', to: '2020-12-31' });
  expect([waits.size, ...Object.values(others).flat()]).toEqual([0]);
});
