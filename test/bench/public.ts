import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { closeDatabase } from '@/db/client';
import { claimsOf } from '@/domain/edition';
import { checking } from '../builders/checked';
import { published } from '../builders/edition';
import { longMaterial, longText } from '../builders/long-article';
import { openDesk, value } from '../desk';
import { startServer } from '../server';
import { processorTime } from './processor';
import { median, printTable } from './table';

const ROUNDS = 5;
const REQUESTS = 400;

/** A desk with one edition: a thousand words, twelve claims. */
async function prepare() {
  const { folder } = await openDesk();
  const at = await checking({ text: longText, rights: 'own' });
  for (const { place, content } of claimsOf(published(longMaterial({ article: { rights: 'own' } })))) {
    const { statement, rationale } = content;
    const about = place ? undefined : ('article' as const);
    await at.approved(place?.exact ?? null, { statement, rationale, verdict: content.verdict!.key, about });
  }
  value(await at.publish());
  await closeDatabase();
  return { folder, path: `/a/${at.article.slug}` };
}

type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer /** to the first byte, in ms */;
  first: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request over a connection that is kept. */
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    get(url, { agent, headers }, async (response) => {
      const first = performance.now() - began;
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks), first });
    }).on('error', reject);
  });

/** A bare Node server, in a process of its own, that sends what ours sent. */
async function bareServer({ headers, body }: Answer) {
  const { connection, 'keep-alive': _, date, 'transfer-encoding': __, ...same } = headers;
  const child = spawn(process.execPath, ['test/bench/public/bare.mjs'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ headers: same, body: body.toString('base64') }));
  const [port] = await once(child.stdout, 'data');
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
  };
  return { origin: `http://127.0.0.1:${String(port).trim()}`, pid: child.pid!, stop };
}

type Asked = { name: string; url: string; pid: number; headers?: Record<string, string>; status: number };
type Measured = { first: number; processor: number };

/** Many requests, one after the other. */
async function round({ url, pid, headers, status }: Asked): Promise<Measured> {
  const before = processorTime(pid);
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n += 1) {
    const answer = await ask(url, headers);
    if (answer.status !== status || (status === 304 && answer.body.length > 0))
      throw new Error(`${url} answered ${answer.status} with ${answer.body.length} bytes`);
    times.push(answer.first);
  }
  return { first: median(times), processor: (processorTime(pid) - before) / REQUESTS };
}

/**
 * The time to the first byte of a cached edition beside that of a bare Node server that sends the same bytes, in turns so
 * that whatever else the machine does meets both alike; and of the answer to who has it already.
 */
export async function benchPublic(): Promise<void> {
  const { folder, path } = await prepare();
  const desk = await startServer({ DATABASE_URL: `file:${folder}/stet.db` });
  const numbered = `${desk.origin}${path}/1`;
  const sent = await ask(numbered);
  const bare = await bareServer(sent);
  const etag = sent.headers.etag ?? '';
  const kinds: Asked[] = [
    { name: 'a bare Node server', url: `${bare.origin}${path}/1`, pid: bare.pid, status: 200 },
    { name: 'a numbered edition', url: numbered, pid: desk.pid, status: 200 },
    { name: 'the newest edition', url: `${desk.origin}${path}`, pid: desk.pid, status: 200 },
    {
      name: 'If-None-Match: 304, no body',
      url: numbered,
      pid: desk.pid,
      headers: { 'If-None-Match': etag },
      status: 304,
    },
  ];
  const measured = new Map<string, Measured[]>(kinds.map(({ name }) => [name, []]));
  for (let n = -1; n < ROUNDS; n += 1)
    for (const kind of kinds) {
      const told = await round(kind);
      if (n >= 0) measured.get(kind.name)!.push(told);
    }
  agent.destroy();
  await bare.stop();
  await desk.stop();
  rmSync(folder, { recursive: true });
  print(measured, sent.body.length);
}

function print(measured: Map<string, Measured[]>, bytes: number): void {
  const rows = [...measured].map(([name, rounds]) => ({
    name,
    first: median(rounds.map(({ first }) => first)),
    processor: median(rounds.map(({ processor }) => processor)),
  }));
  const yardstick = rows[0]!;
  printTable(
    `Time to the first byte of a cached edition of ${(bytes / 1000).toFixed(0)} kB (medians of ${ROUNDS} rounds of ${REQUESTS} requests)`,
    ['', 'ms', 'times the bare one', 'processor ms'],
    rows.map(({ name, first, processor }) => [
      name,
      first.toFixed(2),
      (first / yardstick.first).toFixed(1),
      processor.toFixed(2),
    ]),
  );
}
