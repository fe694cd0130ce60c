import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchDesk } from '@/db/desk/search';
import { article, claim, prove } from '../checking';
import { may, newPerson, openDesk, type TestPerson } from '../desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
  const ferry = await article(reviewer.actor);
  await prove(reviewer.actor, await claim(reviewer.actor, ferry, 'carried 41,200 passengers in June'));
});
afterAll(() => desk.close());

const find = async (q: string) =>
  (await searchDesk(may('read', reviewer.actor), q)).map(({ type, label }) => [type, label]);

it('finds articles, claims and sources by their words, in any order and case', async () => {
  expect(await find('COUNTS ferry')).toEqual([['article', 'Saltmere ferry counts its passengers']]);
  expect(await find('june 41,200')).toEqual([['claim', 'carried 41,200 passengers in June']]);
  expect(await find('returns port')).toEqual([['source', 'Monthly passenger returns']]);
});

it('finds nothing for no words, nor for a wildcard', async () => {
  expect(await find('  ')).toEqual([]);
  expect(await find('100%_')).toEqual([]);
});
