import { parentPort } from 'node:worker_threads';
import type { Given, Import } from '../article';
import type { Foreign } from '../foreign';
import { readForeign } from '../read';

export type Job = { foreign: Foreign; given: Given };
export type Done = { read: Import };

/** Answers each job that the pool posts, one after the other, after a first message that it is ready. */
export function serve(): void {
  const port = parentPort;
  port?.on('message', async ({ foreign, given }: Job) => port.postMessage({ read: await readForeign(foreign, given) }));
  port?.postMessage('ready');
}
