import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillSampleDesk, type SampleDesk } from '@/bin/sample/desk';
import { listClaims } from '@/db/claims/read';
import { claimStates } from '@/domain/workflow';
import { may, openDesk, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let sample: SampleDesk;
beforeAll(async () => {
  desk = await openDesk();
  sample = await fillSampleDesk();
});
afterAll(() => desk.close());

test('the sample desk has a person for each role and claims in every state', async () => {
  expect(sample.guests.map(({ person }) => person.role)).toEqual(['reviewer', 'reviewer', 'editor', 'admin']);
  const [reviewer] = sample.guests;
  const claims = value(await listClaims(may('read', reviewer!.actor), sample.article.id));
  expect(new Set(claims.map(({ state }) => state))).toEqual(new Set(claimStates));
});
