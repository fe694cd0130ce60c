import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { openSession } from '@/db/auth';
import { closeDatabase } from '@/db/client';
import { etagOf } from '@/domain/canonical';
import { article, claim, prove } from '../checking';
import { newPerson, openDesk } from '../desk';
import { type RunningServer, startServer } from '../server';
import { processorTime } from './processor';
import { bareInserts } from './saves/inserts';
import { median, printTable } from './table';

const CLIENTS = 8;
const ROUNDS = 5;
const SECONDS = 4;
const AIM = 0.4;

/** A round: requests a second, how long they took and what each cost the server's processor, in ms. */
type Measured = { rate: number; median: number; slow: number; processor: number };
type Claim = { path: string; etag: string };

/** A desk with a claim for each client, and what a browser and a script would show of who they are. */
async function prepare() {
  const { folder } = await openDesk();
  const { actor, id, token } = await newPerson('reviewer');
  const under = await article(actor);
  const claims: Claim[] = [];
  for (let n = 0; n < CLIENTS; n += 1) {
    const made = await prove(actor, await claim(actor, under, '41,200 passengers in June', { verdict: 'true' }));
    claims.push({ path: `/api/v1/claims/${made.id}`, etag: etagOf(made) });
  }
  const [session = ''] = await openSession(id, new Headers());
  await closeDatabase();
  return { folder, claims, token, session: session.split(';', 1)[0]!.replace(/^[^=]+=/, '') };
}

async function load(server: RunningServer, given: object): Promise<Measured & { claims: Claim[] | null }> {
  const what = { origin: server.origin, seconds: SECONDS, headers: {}, keys: false, claims: null, clients: CLIENTS };
  const args = ['test/bench/saves/load.mjs', JSON.stringify({ ...what, ...given })];
  const before = processorTime(server.pid);
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const told = JSON.parse(stdout) as Measured & { claims: Claim[] | null; requests: number };
  return { ...told, processor: (processorTime(server.pid) - before) / told.requests };
}

/** The rounds of each kind of load, in turns, so that whatever else the machine does meets them all alike. */
async function measure(server: RunningServer, { claims, token, session }: Awaited<ReturnType<typeof prepare>>) {
  // a server that was told to take any free port names its cookie after 0
  const asBrowser = { Cookie: `stet-session-0=${session}`, Origin: server.origin };
  const kinds = {
    empty: { headers: asBrowser },
    browser: { headers: asBrowser, keys: true },
    script: { headers: { Authorization: `Bearer ${token}` } },
  };
  const rounds: Record<keyof typeof kinds, Measured[]> = { empty: [], browser: [], script: [] };
  let current = claims;
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const kind of ['empty', 'browser', 'script'] as const) {
      const told = await load(server, { ...kinds[kind], claims: kind === 'empty' ? null : current });
      current = told.claims ?? current;
      if (round >= 0) rounds[kind].push(told); // the first one warms the server up
    }
  }
  return rounds;
}

const middle = (rounds: Measured[]): Measured => ({
  rate: median(rounds.map(({ rate }) => rate)),
  median: median(rounds.map((each) => each.median)),
  slow: median(rounds.map(({ slow }) => slow)),
  processor: median(rounds.map(({ processor }) => processor)),
});

/**
 * Saves of a claim through HTTP by eight clients, beside an empty route of the same server and bare prepared inserts on
 * the same file.
 */
export async function benchSaves(): Promise<void> {
  const desk = await prepare();
  const server = await startServer({
    DATABASE_URL: `file:${desk.folder}/stet.db`,
    STET_SECRET: process.env.STET_SECRET!,
  });
  try {
    const rounds = await measure(server, desk);
    await server.stop();
    const inserts = median(Array.from({ length: ROUNDS }, () => bareInserts(`${desk.folder}/stet.db`, SECONDS / 2)));
    const [empty, browser, script] = [middle(rounds.empty), middle(rounds.browser), middle(rounds.script)];
    const row = (name: string, { rate, median: typical, slow, processor }: Measured) => [
      name,
      rate.toFixed(0),
      (rate / empty.rate).toFixed(2),
      (rate / inserts).toFixed(3),
      typical.toFixed(1),
      slow.toFixed(1),
      processor.toFixed(2),
      (empty.processor / processor).toFixed(2),
    ];
    printTable(
      `Saves of a claim by ${CLIENTS} clients (medians of ${ROUNDS} rounds; the aim is ${AIM} of the empty route)`,
      [
        '',
        'a second',
        'of the empty route',
        'of bare inserts',
        'median ms',
        '99 % within ms',
        'processor ms each',
        'of the empty route',
      ],
      [
        row('empty route, GET /healthz', empty),
        row('save as the browser does: cookie, Origin, Idempotency-Key', browser),
        row('save by a script: access token, no key', script),
        ['bare prepared inserts, no HTTP', inserts.toFixed(0), (inserts / empty.rate).toFixed(2), '1', '', '', '', ''],
      ],
    );
  } finally {
    await server.stop();
    rmSync(desk.folder, { recursive: true });
  }
}
