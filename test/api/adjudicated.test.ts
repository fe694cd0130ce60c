import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideClaim } from '@/db/claims/decide';
import { readClaim } from '@/db/claims/read';
import { database } from '@/db/client';
import { verifyEditions } from '@/db/editions/verify';
import { secondVerdicts } from '@/db/schema';
import { adjudicate } from '@/db/second-verdicts/adjudicate';
import { askSecondVerdict } from '@/db/second-verdicts/ask';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { etagOf } from '@/domain/canonical';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { handlerFor } from './handlers';

let desk: Awaited<ReturnType<typeof openDesk>>;
let at: Checking;
let chief: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  at = await checking();
  chief = await newPerson('editor');
});
afterAll(() => desk.close());

const reason = 'The second reviewer left <June> out.';

async function page(rest: string): Promise<string> {
  const path = `/a/${at.article.slug}${rest}`;
  const found = await handlerFor('GET', path);
  if (!found?.handler) throw new Error(`Nothing answers ${path}`);
  const request = new Request(new URL(path, 'http://localhost:3000'), { headers: { host: 'localhost:3000' } });
  return (await found.handler(request, { params: Promise.resolve(found.params) })).text();
}

/** Two verdicts on a claim that differ, of which the first stands, approved. */
async function differed(quote: string): Promise<string> {
  const id = await at.draft(quote);
  const { digest } = await at.submit(id);
  const second = await newPerson('reviewer');
  value(await askSecondVerdict(may('decide', chief.actor), id, second.id));
  const seen = value(await readClaim(may('read', second.actor), id));
  const own = { verdict: 'mostly-false', rationale: 'Not all of it [1].', evidence: [1] };
  value(await fileSecondVerdict(may('annotate', second.actor), id, [etagOf(seen)], own));
  const both = [etagOf(await at.now(id))];
  value(await adjudicate(may('decide', chief.actor), id, both, { choice: 'first', reason }));
  value(await decideClaim(may('decide', chief.actor), id, { outcome: 'approve', digest }));
  return id;
}

test('the record says that two reviewers differed, what stands and why, from the edition alone', async () => {
  await at.approved('300 people', { statement: 'It will employ 300 people.' });
  value(await at.publish());
  expect(await page('/1.json')).not.toContain('adjudicated');
  await differed('41,200 containers');
  value(await at.publish({ note: 'A claim more.', tier: 'update' }));
  const told =
    /judged claim 2 independently and came to different verdicts\. The verdict of the first stands, <bdi>True<\/bdi>\. The reason: <span dir="auto">The second reviewer left &lt;June&gt; out\.<\/span>/g;
  expect((await page('/record')).match(told)).toHaveLength(1);
  expect(await page('/claims/2')).toContain('Two independent reviewers differed; the record says how it was settled.');
  expect(await page('/claims/1')).not.toContain('differed');
  await database().write((tx) => tx.update(secondVerdicts).set({ reason: 'Written over afterwards.' }));
  expect((await page('/record')).match(told)).toHaveLength(1);
  expect(await page('/record')).not.toContain('Written over');
  expect(await verifyEditions(at.article.slug)).toEqual({ editions: 2, broken: null });
});
