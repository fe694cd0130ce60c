import { parentPort } from 'node:worker_threads';
import { followed, type Job } from './job';

/** Answers each job that is posted, one after the other, after a first message that it is ready. */
export function serve(): void {
  const port = parentPort;
  port?.on('message', (job: Job) => port.postMessage({ found: followed(job) }));
  port?.postMessage('ready');
}
