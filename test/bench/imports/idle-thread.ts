import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const idle = `
  const { parentPort } = require('node:worker_threads');
  const delay = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  parentPort.once('message', () => { parentPort.postMessage(delay.max / 1e6); parentPort.close(); });
`;

/**
 * A thread that does nothing but measure how late its own event loop runs: what the machine, busy with other things,
 * does to any thread. The function that comes back ends it and answers its longest delay, in ms.
 */
export function idleThread(): () => Promise<number> {
  const worker = new Worker(idle, { eval: true, execArgv: [] });
  return async () => {
    const answer = once(worker, 'message');
    worker.postMessage('end');
    return Number((await answer)[0]);
  };
}
