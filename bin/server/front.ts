import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Config } from '@/domain/config';
import { trustIn } from './address';
import { pathOf, turnAway } from './guard';
import { addCommonHeaders, attest, hostOf } from './headers';
import { answerTurned } from './turned';

/** Our own HTTP server in front of the pages. */
export type Front = {
  server: Server;
  /** begins to pass requests on; until then they are asked to wait */
  open: (pages: RequestListener) => void;
};

/** Longer, in milliseconds, than proxies keep an idle connection, so that none is closed as they use it again. */
const keepAliveTimeout = 65_000;

/**
 * A server that turns away what is not for us, sets straight where a request comes from, and hands the rest to the
 * pages once they are there.
 */
export function createFront({ origin, trustedProxies }: Pick<Config, 'origin' | 'trustedProxies'>): Front {
  const trust = trustIn(trustedProxies);
  let pages: RequestListener = answerStarting;
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    const host = hostOf(request, trust);
    addCommonHeaders(response, origin);
    const turned = turnAway(request, host, origin);
    if (turned) return answerTurned(pathOf(request.url ?? ''), response, turned);
    attest(request, host, origin, trust);
    return pages(request, response);
  });
  const open = (handler: RequestListener) => {
    pages = handler;
  };
  return { server, open };
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2' });
  response.end('Stet is starting. Try again in a moment.\n');
}
