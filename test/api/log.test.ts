import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activity } from '@/domain/activity';
import { article } from '@/test/checking';
import { newPerson, openDesk, type TestPerson } from '@/test/desk';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let admin: TestPerson;
let made: Awaited<ReturnType<typeof article>>;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
  admin = await newPerson('admin');
  made = await article(reviewer.actor);
  await article(admin.actor);
});
afterAll(() => desk.close());

const log = async (by: TestPerson, query = ''): Promise<Activity[]> =>
  (await call<{ items: Activity[] }>('GET', `/api/v1/activity${query}`, { as: by })).body.items;

test('the log of the desk has everything that was done, newest first', async () => {
  const items = await log(admin);
  expect(items.map(({ type }) => type)).toEqual([
    'article.imported',
    'article.imported',
    'token.made',
    'person.joined',
    'token.made',
    'person.joined',
  ]);
  expect(items.map(({ id }) => Number(id))).toEqual([6, 5, 4, 3, 2, 1]);
});

test('it is narrowed down by what, who, article and day', async () => {
  const today = new Date().toISOString().slice(0, 10);
  expect(await log(admin, '?kind=article')).toHaveLength(2);
  expect(await log(admin, `?by=${reviewer.id}`)).toMatchObject([{ articleId: made.id }]);
  expect(await log(admin, `?article=${made.id}`)).toHaveLength(1);
  expect(await log(admin, `?from=${today}&to=${today}`)).toHaveLength(6);
  expect(await log(admin, '?to=2020-01-01')).toHaveLength(0);
  expect((await call('GET', '/api/v1/activity?from=yesterday', { as: admin })).status).toBe(400);
  expect((await call('GET', '/api/v1/activity?kind=weather', { as: admin })).status).toBe(400);
});

test('who came and who may do what is for administrators, since it names e-mail addresses', async () => {
  expect((await log(reviewer)).map(({ type }) => type)).toEqual(['article.imported', 'article.imported']);
  expect(await log(reviewer, '?kind=person')).toEqual([]);
});
