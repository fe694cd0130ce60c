import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '@/domain/config';
import { SetupFailure } from '../setup/failure.mjs';
import { seconds } from '../setup/say.mjs';
import { settleConfiguration } from './configuration';
import { desk } from './desk';
import { createFront } from './front';
import { stopOnSignal } from './signals';
import { stoppable } from './stop';

/** The part of Next that serves the pages; handed in, since only bin/start.mjs may import it. */
type Next = (options: NextOptions) => {
  prepare: () => Promise<void>;
  getRequestHandler: () => RequestListener;
  close: () => Promise<void>;
};
type NextOptions = { dev: boolean; dir: string; hostname: string; port: number; httpServer: Server };

/**
 * Reads the configuration and takes the port, so that either failing is known before anything slow begins. The house
 * opens once the pages are built.
 */
export async function startHouse(root: string) {
  const config = configuration(root);
  const front = createFront(config);
  const stop = stoppable(front.server);
  const address = await listen(front.server, config);
  const origin = config.origin ?? localOrigin(config.host, address.port);

  const open = async (next: Next, dev: boolean): Promise<void> => {
    const { hostname, port, protocol } = new URL(origin);
    const pages = next({
      dev,
      dir: root,
      hostname,
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      // Next listens here for web sockets, which only its development tools use
      httpServer: dev ? front.server : createServer(),
    });
    await desk.migrate();
    await pages.prepare();
    front.open(pages.getRequestHandler());
    stopOnSignal(async () => {
      await stop();
      await pages.close();
      await desk.close();
    });
  };
  const announce = async (took: number): Promise<void> => {
    const behind = config.origin ? `, listening on ${localOrigin(config.host, address.port)}` : '';
    console.log(`\n  Stet is ready at ${origin}${behind} (${seconds(took)})\n`);
    const secret = await desk.setupLink();
    if (secret) console.log(`  Nobody works here yet. Make the first administrator at\n  ${origin}/setup#${secret}\n`);
  };
  return { open, announce };
}

function configuration(root: string): Config {
  const settled = settleConfiguration(process.env, root);
  if (settled.ok) return settled.value;
  const sentences = settled.refusal.problems.map(({ message }) => `- ${message}`);
  throw new SetupFailure(['Stet cannot start:', ...sentences].join('\n  '));
}

/** Resolves with the address taken; port 0 takes any free one. */
function listen(server: Server, { host, port }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new SetupFailure(cannotListen(error, host, port))));
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): string {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} is reserved for the system's own services. Choose one from 1024 up: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine does not have the address HOST names (${host}). Use 127.0.0.1, or 0.0.0.0 for all it has.`,
  };
  return sentences[error.code ?? ''] ?? `Stet cannot listen on ${host}, port ${port}: ${error.message}`;
}

/** The address to type on this machine: a wildcard is no name, so it becomes localhost. */
function localOrigin(host: string, port: number): string {
  const name = /^(0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
