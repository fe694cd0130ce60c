import { createServer, type RequestListener, type Server } from 'node:http';
import type { Config } from '@/domain/config';
import { SetupFailure } from '../setup/failure.mjs';
import { distDir } from '../setup/root.mjs';
import { seconds } from '../setup/say.mjs';
import { servingBrotli } from './brotli';
import { settleConfiguration } from './configuration';
import { startDelivering } from './delivering';
import { desk } from './desk';
import { createFront } from './front';
import { listen, localOrigin } from './listen';
import { startMailing } from './mailing';
import { startPublishing } from './publishing';
import { startReminding } from './reminding';
import { type HeaderCheck, refusingBadRouterStates } from './router-state';
import { outliveRejections, stopOnSignal } from './signals';
import { stoppable } from './stop';
import { startSweeping } from './sweeping';
import { startWatching } from './watching';

/** Next, handed in by bin/start.mjs, since only that may import it. */
type Pages = {
  next: (options: NextOptions) => {
    prepare: () => Promise<void>;
    getRequestHandler: () => RequestListener;
    close: () => Promise<void>;
  };
  checkRouterState: HeaderCheck;
  dev: boolean;
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

  const open = async ({ next, checkRouterState, dev }: Pages): Promise<void> => {
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
    const handler = refusingBadRouterStates(pages.getRequestHandler(), checkRouterState);
    front.open(dev ? handler : servingBrotli(handler, distDir()));
    const watching = startWatching({ allow: config.fetchAllow, origin: config.origin });
    const publishing = startPublishing();
    const delivering = startDelivering({ allow: config.fetchAllow, origin });
    const reminding = startReminding();
    const sweeping = startSweeping();
    const mailing = config.mail && startMailing({ ...config.mail, origin });
    const end = async () => {
      await Promise.all([watching, publishing, delivering, reminding, sweeping, mailing].map((each) => each?.stop()));
      await stop();
      await pages.close();
      await desk.close();
    };
    stopOnSignal(end);
    outliveRejections(end);
  };
  const announce = async (took: number): Promise<void> => {
    const secret = await desk.setupLink();
    if (secret) console.log(`\n  Nobody works here yet. Make the first administrator at\n  ${origin}/setup#${secret}`);
    const behind = config.origin ? `, listening on ${localOrigin(config.host, address.port)}` : '';
    console.log(`\n  Stet is ready at ${origin}${behind} (${seconds(took)})\n`);
  };
  return { open, announce };
}

function configuration(root: string): Config {
  const settled = settleConfiguration(process.env, root);
  if (settled.ok) return settled.value;
  const sentences = settled.refusal.problems.map(({ message }) => `- ${message}`);
  throw new SetupFailure(['Stet cannot start:', ...sentences].join('\n  '));
}
