import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { editPerson } from '@/db/people/people';
import { listTokens, revokeToken } from '@/db/people/tokens';
import { activity } from '@/db/schema';
import { checkSearch } from '@/db/search/check';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { allHandlers } from './handlers';
import { cookieOf, newScene, type Prepare, type Scene } from './requests';
import { pages, signedIn, table, type Who, who } from './rights-table';
import { type Caller, call, origin } from './router';

vi.mock('next/headers', async () => {
  const { asked } = await import('./router');
  return { headers: async () => asked.getStore() };
});

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let people: Record<Who, TestPerson>;
/** A session from before its person was disabled. */
let ended: string;
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
  people = {
    'signed out': scene.reviewer,
    reviewer: await newPerson('reviewer'),
    editor: await newPerson('editor'),
    administrator: await newPerson('admin'),
    disabled: await disabledPerson(),
    'revoked token': await withRevokedToken(),
  };
});
afterAll(() => desk.close());

/** Administrators both, who could do everything if they were let in. */
async function disabledPerson(): Promise<TestPerson> {
  const person = await newPerson('admin');
  ended = await cookieOf(person);
  value(await editPerson(may('read', scene.admin.actor), person.id, 'any', { disabled: true }));
  return person;
}
async function withRevokedToken(): Promise<TestPerson> {
  const person = await newPerson('admin');
  const own = may('read', person.actor);
  for (const { id } of await listTokens(own, { limit: 5 })) value(await revokeToken(own, id));
  return person;
}

/** Whoever asks shows a token, save strangers, who show nothing; the one-time links' pages send their Origin. */
const tokenOf = (each: Who): Caller | null => (each === 'signed out' ? null : { token: people[each].token });

async function ask(asks: string, prepare: Prepare, each: Who, as: Caller | null, from: string | null = origin) {
  const method = asks.split(' ', 1)[0]!;
  const { path, body, ifMatch } = await prepare(scene, people[each]);
  return call(method, path, { as, body, ifMatch, origin: from });
}

test('every handler has its row, and every row its handler', async () => {
  const rows = new Set([...table, ...pages].map(([asks]) => asks.replace(/ \(.*\)$/, '')));
  expect([...rows].sort()).toEqual(await allHandlers());
});

describe('what is answered to each', () => {
  test.each(table)('%s', async (asks, prepare, ...answers) => {
    const got: Record<string, number> = {};
    for (const each of who) got[each] = (await ask(asks, prepare, each, tokenOf(each))).status;
    expect(got).toEqual(Object.fromEntries(who.map((each, index) => [each, answers[index]])));
  });
});

describe('a browser’s session has the rights of its person', () => {
  test.each(table)('%s', async (asks, prepare, ...answers) => {
    for (const each of signedIn) {
      const cookie = await cookieOf(people[each]);
      const { status } = await ask(asks, prepare, each, { cookie });
      expect([each, status]).toEqual([each, answers[who.indexOf(each)]]);
    }
  });

  test('until the person is disabled', async () => {
    const person = await newPerson('admin');
    const cookie = await cookieOf(person);
    expect((await call('GET', '/api/v1/me', { as: { cookie } })).status).toBe(200);
    value(await editPerson(may('read', scene.admin.actor), person.id, 'any', { disabled: true }));
    expect((await call('GET', '/api/v1/me', { as: { cookie } })).status).toBe(401);
  });
});

describe('a page is shown to each by what it is', () => {
  test.each(pages)('%s', async (asks, prepare, ...answers) => {
    const got: Record<string, number> = {};
    for (const each of who.slice(0, -1)) {
      const isIn = signedIn.find((one) => one === each);
      const cookie = isIn ? await cookieOf(people[isIn]) : each === 'disabled' ? ended : null;
      const { path } = await prepare(scene, people[each]);
      got[each] = (await call(asks.split(' ', 1)[0]!, path, { as: cookie ? { cookie } : null })).status;
    }
    expect(got).toEqual(Object.fromEntries(who.slice(0, -1).map((each, index) => [each, answers[index]])));
  });
});

const linesOfLog = () => database().read.$count(activity);
const writes = table.filter(([asks]) => !asks.startsWith('GET') && !asks.includes('{...'));
const foreign = [
  null,
  'null',
  'https://evil.example',
  'http://localhost:3001',
  'https://localhost:3000',
  `${origin}.evil.example`,
];

describe('a write with a cookie that does not come from a page of ours is refused and leaves no trace', () => {
  test.each(writes)('%s', async (asks, prepare) => {
    const { path, body, ifMatch } = await prepare(scene, people.administrator);
    const cookie = await cookieOf(people.administrator);
    const before = await linesOfLog();
    for (const from of foreign) {
      const answer = await call(asks.split(' ', 1)[0]!, path, { as: { cookie }, body, ifMatch, origin: from });
      expect([from, answer.status, answer.rules]).toEqual([from, 403, ['foreign-origin']]);
    }
    expect(await linesOfLog()).toBe(before);
  });
});

describe('an access token in the address is refused, whatever else is sent', () => {
  const throughTheDoor = table.filter(([asks]) => asks.includes('/api/v1/') && !asks.includes('{...'));
  test.each(throughTheDoor)('%s', async (asks, prepare) => {
    const { path, body, ifMatch } = await prepare(scene, people.administrator);
    const { token } = people.administrator;
    for (const query of [`access_token=${token}`, `token=x`, `Bearer=x`, `q=${token}`]) {
      const target = `${path}${path.includes('?') ? '&' : '?'}${query}`;
      const answer = await call(asks.split(' ', 1)[0]!, target, { as: { token }, body, ifMatch, origin });
      expect([query, answer.status, answer.rules]).toEqual([query, 400, ['token-in-query']]);
      expect(answer.text).not.toContain(token);
    }
  });
});

test('credentials that are not ours let nobody in', async () => {
  const { token } = people.administrator;
  const cookie = await cookieOf(people.administrator);
  const wrong = [
    '',
    'Bearer',
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Basic ${token}`,
    token,
    `Bearer  stet_`,
  ];
  for (const Authorization of wrong) {
    // a wrong token is not made good by a right cookie
    const { status } = await call('GET', '/api/v1/me', { headers: { Authorization, Cookie: cookie } });
    expect([Authorization, status]).toEqual([Authorization, 401]);
  }
  const unsigned = cookie.slice(0, cookie.lastIndexOf('.'));
  for (const each of [
    unsigned,
    `${unsigned}.${'A'.repeat(43)}=`,
    cookie.replace('=', '=a'),
    cookie.replace('3000', '3001'),
  ]) {
    expect((await call('GET', '/api/v1/me', { headers: { Cookie: each } })).status).toBe(401);
  }
});

test('after all of these writes the search index holds what the desk holds', async () => {
  const { documents, broken } = await checkSearch(may('administer', scene.admin.actor));
  expect(broken).toBeNull();
  expect(documents).toBeGreaterThan(20);
});
