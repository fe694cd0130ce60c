import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server of the built pages, as a process of its own that is ended by its id. */
export type RunningServer = {
  origin: string;
  /** the one-time link printed while the desk has no person */
  setupLink: string | null;
  pid: number;
  /** all that it has printed so far */
  printed: () => string;
  /** sends a signal (SIGTERM unless another is named) and resolves with the exit code, null after SIGKILL */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/**
 * Starts `bin/start.mjs`, or another command that comes to the same, on a free port with these variables over a bare
 * environment, building first if the pages are stale. Rejects with all it printed if it ends before it is ready.
 */
export async function startServer(env: Record<string, string>, command = 'node bin/start.mjs'): Promise<RunningServer> {
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, {
    env: { ...bareEnvironment(), PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  const printed = () => chunks.join('');
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
  const origin = await ready(child, printed);
  const setupLink = /\bhttps?:\/\/\S+\/setup#\S+/.exec(printed())?.[0] ?? null;
  return { origin, setupLink, pid: child.pid!, printed, stop: (signal) => stop(child, signal) };
}

/** Ours without the variables that would configure the server from outside. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, STET_DIST_DIR } = process.env;
  return { PATH, HOME, TMPDIR, STET_DIST_DIR, NODE_ENV: 'production' };
}

function ready(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', () => {
      const [, origin, behind] = /is ready at (\S+?)(?:, listening on (\S+))? \(/.exec(printed()) ?? [];
      if (origin) resolve(behind ?? origin);
    });
    child.once('exit', (code) => reject(new Error(`The server ended (${code}) before it was ready:\n${printed()}`)));
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}
