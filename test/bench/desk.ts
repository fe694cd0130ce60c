import { rmSync } from 'node:fs';
import Database from 'libsql';
import { openSession } from '@/db/auth';
import { closeDatabase } from '@/db/client';
import { type RunningServer, startServer } from '../server';
import { largeDesk } from './large-desk';
import { processorTime } from './processor';
import { median, printTable } from './table';

const ROUNDS = 40;
const AIM = 150;

/** What one asks of a desk: its pages as a browser gets them, and what a board asks for by itself. */
const asked: [name: string, path: string][] = [
  ['a page that reads next to nothing', '/settings/scales'],
  ['the desk', '/'],
  ['the board', '/board'],
  ['the board, of one person', '/board?assignee=EDITOR'],
  ['the board, one verdict of one kind', '/board?verdict=misleading&kind=cause'],
  ['the board, by words', '/board?q=ba+ker'],
  ['the list, by due time', '/board?view=list'],
  ['the list, what changed', '/board?view=list&unsettled=any'],
  ['articles by progress', '/board?view=articles'],
  ['GET /claims, by article', '/api/v1/claims?sort=article&limit=50'],
  ['GET /claims/counts', '/api/v1/claims/counts'],
  ['GET /notifications', '/api/v1/notifications'],
];

type Measured = { typical: number; slow: number; processor: number };
type Desk = { server: RunningServer; cookie: string; editor: string; end: () => Promise<void> };

/** What the made-up desk does not have yet: states kept with claims, due times, words that changed, news for people. */
function enrich(file: string, editor: string): void {
  const database = new Database(file);
  database.exec(`
    UPDATE claims SET state = CASE
      WHEN dropped_at IS NOT NULL THEN 'dropped'
      WHEN submitted_at IS NOT NULL THEN 'submitted'
      ELSE coalesce((SELECT CASE WHEN d.outcome = 'return' THEN 'returned' WHEN d.digest = claims.digest THEN 'approved'
        ELSE 'lapsed' END FROM decisions d WHERE d.claim_id = claims.id), 'draft') END;
    UPDATE claims SET due_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', (rowid % 20000 - 4000) || ' minutes')
      WHERE rowid % 10 = 0;
    UPDATE anchors SET state = 'changed', footing = json_object('revision', 0) WHERE rowid % 50 = 0;
    INSERT INTO notifications (id, person_id, kind, article_id, claim_id, at)
      SELECT id, '${editor}', 'assigned', article_id, id, created_at FROM claims WHERE rowid % 100 = 0;
  `);
  database.close();
}

async function served(): Promise<Desk> {
  const { folder, file, people } = await largeDesk();
  const { id: editor } = people.at(-1)!;
  enrich(file, editor);
  const [session = ''] = await openSession(editor, new Headers());
  await closeDatabase();
  const server = await startServer({ DATABASE_URL: `file:${file}`, STET_SECRET: process.env.STET_SECRET! });
  // a server that was told to take any free port names its cookie after 0
  const cookie = `stet-session-0=${session.split(';', 1)[0]!.replace(/^[^=]+=/, '')}`;
  const end = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { server, cookie, editor, end };
}

async function measure({ server, cookie, editor }: Desk, path: string): Promise<Measured> {
  const address = `${server.origin}${path.replace('EDITOR', editor)}`;
  const ask = async (): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(address, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    return performance.now() - began;
  };
  for (let round = 0; round < 5; round += 1) await ask(); // warms it up
  const before = processorTime(server.pid);
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) taken.push(await ask());
  const slow = [...taken].sort((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1]!;
  return { typical: median(taken), slow, processor: (processorTime(server.pid) - before) / ROUNDS };
}

async function measureAll(): Promise<Measured[]> {
  const desk = await served();
  try {
    const measured: Measured[] = [];
    for (const [, path] of asked) measured.push(await measure(desk, path));
    return measured;
  } finally {
    await desk.end();
  }
}

/** The desk and the board of 10,000 articles and 100,000 claims, beside a page of the same server that reads little. */
export async function benchDesk(): Promise<void> {
  const measured = await measureAll();
  const least = measured[0]!.processor;
  printTable(
    `A desk of 10,000 articles and 100,000 claims (${ROUNDS} requests each; 95 % are to be within ${AIM} ms)`,
    ['', 'median ms', '95 % within ms', 'processor ms each', 'times the first'],
    asked.map(([name], at) => {
      const { typical, slow, processor } = measured[at]!;
      return [name, typical.toFixed(0), slow.toFixed(0), processor.toFixed(0), (processor / least).toFixed(1)];
    }),
  );
}
