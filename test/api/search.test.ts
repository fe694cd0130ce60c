import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Hit, Note } from '@/domain/search/hit';
import { article } from '@/test/checking';
import { newPerson, openDesk } from '@/test/desk';
import { hostile } from '@/test/fixtures/hostile';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let as: { token: string };
beforeAll(async () => {
  desk = await openDesk();
  const reviewer = await newPerson('reviewer');
  as = { token: reviewer.token };
  for (const n of [1, 2, 3, 4, 5]) await article(reviewer.actor, { title: `Ferry number ${n}` });
});
afterAll(() => desk.close());

type Found = { items: Hit[]; notes: Note[]; total: number };
const search = (q: string, more = '') => call<Found>('GET', `/api/v1/search?q=${encodeURIComponent(q)}${more}`, { as });

it('follows its Link from page to page and gives each thing once', async () => {
  const titles: string[] = [];
  let next: string | null = '/api/v1/search?q=ferry&limit=2';
  for (let pages = 0; next && pages < 9; pages += 1) {
    const { body, headers }: Awaited<ReturnType<typeof search>> = await call<Found>('GET', next, { as });
    expect(body.total).toBe(5);
    titles.push(...body.items.map(({ label }) => label.text));
    next = /<(.*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;
  }
  expect(titles.sort()).toEqual([1, 2, 3, 4, 5].map((n) => `Ferry number ${n}`));
});

it('answers what it does not know with a note, and never with a refusal that hides what there is', async () => {
  const { status, body } = await search('ferry colour:red verdict:maybe state:aproved number');
  expect(status).toBe(200);
  expect(body.notes.map(({ part, suggestion }) => [part, suggestion])).toEqual([
    ['colour:red', null],
    ['verdict:maybe', null],
    ['state:aproved', 'state:approved'],
  ]);
  expect((await search('ferry', '&limit=0')).status).toBe(400);
  expect((await search('ferry', '&cursor=1e9')).status).toBe(400);
});

it('finds an answer to whatever is typed', async () => {
  const typed = [
    ...hostile,
    '"',
    '-',
    ':',
    'verdict:',
    '-"-',
    '* AND (',
    'NEAR("a b", 2)',
    '{title} : x',
    'a:b:c',
    '^x',
  ];
  for (const q of typed) expect((await search(q.slice(0, 300))).status, q).toBeLessThan(500);
});
