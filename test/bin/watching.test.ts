import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWatching, type Watching } from '@/bin/server/watching';
import { database } from '@/db/client';
import { watches } from '@/db/schema';
import { claimDue } from '@/db/watches/claim';
import { readWatch } from '@/db/watches/watch';
import { sampleText } from '@/test/checking';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { openSite, type Site } from '@/test/formats/outgoing/site';
import { watched } from '@/test/watching';
import { type RunningServer, startServer } from '../server';

let desk: Awaited<ReturnType<typeof openDesk>>;
let reviewer: TestPerson;
let site: Site;
let words = sampleText;
beforeAll(async () => {
  desk = await openDesk();
  reviewer = await newPerson('reviewer');
});
afterAll(() => desk.close());
beforeEach(async () => {
  words = sampleText;
  await database().write((tx) => tx.delete(watches));
  site = await openSite(({ url }, response) => {
    if (url === '/hangs') return;
    const status = url === '/robots.txt' ? 404 : 200;
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`Saltmere ferry\n\n${words}`);
  });
});
afterEach(() => site.close());

const on = (path: string) => watched(reviewer.actor, { url: `${site.origin}${path}`, every: 'hourly' });
/** The machine may be busy with other things. */
const patience = { timeout: 20_000 };
const outcome = async (id: string) => value(await readWatch(may('read', reviewer.actor), id)).outcome;
const pages = () =>
  site.asked
    .map(({ path }) => path)
    .filter((path) => path !== '/robots.txt')
    .sort();

describe('a server', () => {
  let watching: Watching[] = [];
  const start = (many = 1) => {
    watching = Array.from({ length: many }, () => startWatching({ allow: [site.place], origin: null }, 30));
  };
  const stop = () => Promise.all(watching.splice(0).map((each) => each.stop()));
  afterEach(stop);

  test('looks at what is due, once, and finds what changed', async () => {
    const [first, second] = [await on('/1'), await on('/2')];
    words = 'The ferry carried 39,000 passengers in June.';
    start();
    await expect.poll(() => outcome(first.id), patience).toBe('changed');
    await expect.poll(() => outcome(second.id), patience).toBe('changed');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(pages()).toEqual(['/1', '/2']);
  });

  test('asks for nothing while nothing is due', async () => {
    await watched(reviewer.actor, { url: `${site.origin}/off`, every: null });
    start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(site.asked).toEqual([]);
  });

  test('ends in the middle of a look, and gives it back to be looked at by another', async () => {
    const { id, watch } = await on('/hangs');
    start();
    await expect.poll(pages, patience).toEqual(['/hangs']);
    await stop();
    expect(value(await readWatch(may('read', reviewer.actor), id))).toEqual(watch);
    expect(await claimDue()).toMatchObject({ articleId: id });
  });

  test('shares the work with others on the same desk', async () => {
    const paths = Array.from({ length: 12 }, (_, n) => `/${n}`).sort();
    const articles = await Promise.all(paths.map(on));
    start(4);
    for (const { id } of articles) await expect.poll(() => outcome(id), patience).toBe('unchanged');
    expect(pages()).toEqual(paths);
  });
});

test('two servers, each a process of its own, look at every watched address once and end cleanly', async () => {
  const paths = Array.from({ length: 12 }, (_, n) => `/${n}`).sort();
  const articles = await Promise.all(paths.map(on));
  const environment = {
    DATABASE_URL: process.env.DATABASE_URL!,
    STET_SECRET: process.env.STET_SECRET!,
    STET_FETCH_ALLOW: site.place,
  };
  const servers: RunningServer[] = await Promise.all([startServer(environment), startServer(environment)]);
  for (const { id } of articles) await expect.poll(() => outcome(id), patience).toBe('unchanged');
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
  expect(pages()).toEqual(paths);
}, 240_000);
