import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server';
import { median, printTable } from './table';

const ROUNDS = 5;
const AIM = 3;
const bare = "require('node:http').createServer().listen(0, '127.0.0.1', () => console.log('listening'))";

async function timed(start: () => Promise<() => Promise<unknown>>): Promise<number> {
  const began = performance.now();
  const stop = await start();
  const taken = performance.now() - began;
  await stop();
  return taken;
}

async function bareServer() {
  const child = spawn(process.execPath, ['-e', bare], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return async () => {
    child.kill();
    await once(child, 'exit');
  };
}

async function medianOf(start: () => Promise<() => Promise<unknown>>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await timed(start));
  return median(rounds);
}

/** Starts the server with nothing to install or build, beside a bare Node server that listens and does nothing. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-start-'));
  const desk = async () => (await startServer({ DATABASE_URL: `file:${folder}/stet.db` })).stop;
  await timed(desk); // builds the pages where they are stale, and the database
  const [ours, node] = [await medianOf(desk), await medianOf(bareServer)];
  rmSync(folder, { recursive: true });
  printTable(
    `Start with nothing changed, until requests are answered (medians of ${ROUNDS}; to stay under ${AIM} s)`,
    ['', 'ms', 'times the bare one'],
    [
      ['a bare Node server', node.toFixed(0), '1.0'],
      ['npm start', ours.toFixed(0), (ours / node).toFixed(1)],
    ],
  );
}
