import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a receiver is just now. */
export type Mood = 'well' | 'down' | '500' | 'slow' | 'breaks off' | 'redirects';

type Arrived = { body: string; headers: Record<string, string> };
export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

/** A receiver of webhooks on loopback that keeps the ids it has had, as receivers are told to. */
export async function openReceiver() {
  const arrived: Arrived[] = [];
  const kept = new Map<string, { type: string; data: Record<string, unknown> }>();
  const state = { mood: 'well' as Mood };
  const server = createServer(async (request, response) => {
    if (state.mood === 'down') return void request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const message = { body: Buffer.concat(chunks).toString(), headers: plain(request.headers) };
    if (state.mood === 'slow') return;
    if (state.mood === '500') return void response.writeHead(500).end();
    if (state.mood === 'redirects') return void response.writeHead(302, { Location: '/elsewhere' }).end();
    arrived.push(message);
    const id = message.headers['webhook-id'] ?? '';
    if (!kept.has(id)) kept.set(id, JSON.parse(message.body));
    // it took the message, and its answer is lost
    if (state.mood === 'breaks off') return void request.socket.destroy();
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    arrived,
    place,
    address: () => `http://${place}/hook`,
    /** each message once, as a receiver that keeps ids takes them */
    accepted: () => [...kept.values()],
    forget: () => {
      arrived.length = 0;
      kept.clear();
      state.mood = 'well';
    },
    get mood() {
      return state.mood;
    },
    set mood(mood: Mood) {
      state.mood = mood;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
