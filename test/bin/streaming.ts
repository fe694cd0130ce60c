import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createFront } from '@/bin/server/front';
import { stopOnSignal } from '@/bin/server/signals';
import { stoppable } from '@/bin/server/stop';

/** A process of its own: our server before an endless event stream, a slow answer, and a database that says so. */
const { server, open } = createFront({ origin: null, trustedProxies: [] });
const stop = stoppable(server);
open(async (request, response) => {
  if (request.url === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write('data: here\n\n');
    return;
  }
  console.log('asked');
  if (request.url === '/never') return;
  await pause(300);
  response.end('all of it');
});
stopOnSignal(async () => {
  await stop();
  console.log('database closed');
});
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
