import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outgoing } from '@/formats/outgoing';

/** A site of the tests' own on this machine, and how it is fetched from although it is there. */
export type Site = {
  origin: string;
  /** `127.0.0.1:PORT`, as STET_FETCH_ALLOW names it */
  place: string;
  port: number;
  /** each request so far: its path and headers */
  asked: { path: string; headers: Record<string, string | string[] | undefined> }[];
  outgoing: Outgoing;
  close: () => Promise<void>;
};

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts a site on a free port of 127.0.0.1. */
export async function openSite(answer: RequestListener): Promise<Site> {
  const asked: Site['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const place = `127.0.0.1:${port}`;
  const outgoing = { allow: [place], origin: null, patience: 5000 };
  return { origin: `http://${place}`, place, port, asked, outgoing, close: () => closed(server) };
}
