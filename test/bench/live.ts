import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { MOST_STREAMS } from '@/app/api/door/places';
import { closeDatabase } from '@/db/client';
import type { Claim } from '@/domain/claim';
import { article, claim } from '../checking';
import { newPerson, openDesk, type TestPerson } from '../desk';
import { type Listener, listenTo } from '../listening';
import { type RunningServer, startServer } from '../server';
import { processorTime } from './processor';
import { median, printTable } from './table';

const SAVES = 200;
const LISTENERS = 500;
/** Seconds for which nobody does anything, while the processor's time is taken. */
const IDLE = 30;

type Bench = { folder: string; people: TestPerson[]; id: string; claimId: string };

async function prepare(): Promise<Bench> {
  const { folder } = await openDesk();
  const people: TestPerson[] = [];
  for (let n = 0; n <= LISTENERS / MOST_STREAMS; n += 1) people.push(await newPerson('reviewer'));
  const { actor } = people[0]!;
  const under = await article(actor);
  const made = await claim(actor, under, '41,200 passengers in June');
  await closeDatabase();
  return { folder, people, id: under.id, claimId: made.id };
}

const bearer = ({ token }: TestPerson) => ({ Authorization: `Bearer ${token}` });

const ask = ({ origin }: RunningServer, { id }: Bench, as: TestPerson, signal?: AbortSignal): Promise<Response> =>
  fetch(`${origin}/api/v1/articles/${id}/events`, { headers: bearer(as), signal });

async function read({ origin }: RunningServer, { people, claimId }: Bench): Promise<{ claim: Claim; etag: string }> {
  const response = await fetch(`${origin}/api/v1/claims/${claimId}`, { headers: bearer(people[1]!) });
  return { claim: (await response.json()) as Claim, etag: response.headers.get('etag')! };
}

/** Milliseconds from when a save left until its listener had read it, for listeners of this server and of that. */
type Save = { answered: number; same: number; other: number };

async function save(servers: [RunningServer, RunningServer], heard: [Listener, Listener], bench: Bench): Promise<Save> {
  const rationale = `The returns say so, ${performance.now()}.`;
  const headers = {
    ...bearer(bench.people[0]!),
    'content-type': 'application/json',
    'if-match': (await read(servers[0], bench)).etag,
  };
  const before = heard.map(({ numbers }) => numbers().length);
  const began = performance.now();
  const shown = heard.map(async (listener, n) => {
    await listener.until(() => listener.numbers().length > before[n]!);
    const { claim } = await read(servers[n]!, bench);
    if (claim.rationale !== rationale) throw new Error('The claim was told of before it could be read');
    return performance.now() - began;
  });
  const sent = fetch(`${servers[0].origin}/api/v1/claims/${bench.claimId}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ rationale }),
  });
  const answer = await sent;
  if (!answer.ok) throw new Error(await answer.text());
  await answer.text();
  const answered = performance.now() - began;
  const [same = Number.NaN, other = Number.NaN] = await Promise.all(shown);
  return { answered, same, other };
}

const at = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!;

async function benchSaves(servers: [RunningServer, RunningServer], bench: Bench): Promise<void> {
  const heard: [Listener, Listener] = [
    await listenTo(await ask(servers[0], bench, bench.people[1]!)),
    await listenTo(await ask(servers[1], bench, bench.people[2]!)),
  ];
  const saves: Save[] = [];
  for (let n = -20; n < SAVES; n += 1) {
    const took = await save(servers, heard, bench);
    if (n >= 0) saves.push(took); // the first ones warm the servers up
    await pause(Math.random() * 100); // at any moment between two glances
  }
  await Promise.all(heard.map((listener) => listener.leave()));
  const answered = median(saves.map((each) => each.answered));
  const row = (name: string, kind: keyof Save) => {
    const values = saves.map((each) => each[kind]);
    const typical = median(values);
    return [name, typical.toFixed(1), at(values, 0.95).toFixed(1), (typical / answered).toFixed(1)];
  };
  printTable(
    `From a save until somebody else has it, told by the stream and read by the API (${SAVES} saves; to stay under 1 s)`,
    ['', 'median ms', '95 % within ms', 'times the answer'],
    [
      row('the save itself is answered', 'answered'),
      row('somebody at the same process has it', 'same'),
      row('somebody at another process of the same database has it', 'other'),
    ],
  );
}

const memory = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

async function benchIdle(server: RunningServer, bench: Bench): Promise<void> {
  const idle = async () => {
    const before = processorTime(server.pid);
    await pause(IDLE * 1000);
    return (processorTime(server.pid) - before) / IDLE / 10; // ms a second, as a hundredth of a processor
  };
  const [alone, first] = [await idle(), memory(server.pid)];
  const leave = new AbortController();
  const listeners = await Promise.all(
    Array.from({ length: LISTENERS }, async (_, n) =>
      listenTo(await ask(server, bench, bench.people[1 + Math.floor(n / MOST_STREAMS)]!, leave.signal)),
    ),
  );
  await Promise.all(listeners.map((listener) => listener.until((messages) => messages.length > 0)));
  const [listening, later] = [await idle(), memory(server.pid)];
  const began = performance.now();
  leave.abort();
  await Promise.all(listeners.map(({ ended }) => ended));
  const closed = await untilPlaceIsFree(server, bench);
  printTable(
    `${LISTENERS} idle listeners`,
    ['', 'memory MB', '% of a processor'],
    [
      ['nobody listens', first.toFixed(0), alone.toFixed(2)],
      [`${LISTENERS} listen`, later.toFixed(0), listening.toFixed(2)],
      ['each of them', ((later - first) / LISTENERS).toFixed(3), ((listening - alone) / LISTENERS).toFixed(4)],
    ],
  );
  console.log(`\n  After all left at once, all could listen again within ${(closed - began).toFixed(0)} ms.`);
}

/** The time at which every person who had as many streams as they may can open one again. */
async function untilPlaceIsFree(server: RunningServer, bench: Bench): Promise<number> {
  const open = async (person: TestPerson): Promise<void> => {
    const response = await ask(server, bench, person);
    if (response.ok) return response.body?.cancel();
    await response.text();
    return open(person);
  };
  await Promise.all(bench.people.slice(1).map(open));
  return performance.now();
}

/** How soon others see a save, in this process and in another, and what it costs that many listen. */
export async function benchLive(): Promise<void> {
  const bench = await prepare();
  const environment = { DATABASE_URL: `file:${bench.folder}/stet.db`, STET_SECRET: process.env.STET_SECRET! };
  const servers: [RunningServer, RunningServer] = [await startServer(environment), await startServer(environment)];
  try {
    await benchSaves(servers, bench);
    await servers[1].stop();
    await benchIdle(servers[0], bench);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(bench.folder, { recursive: true });
  }
}
