import type { Server, ServerResponse } from 'node:http';

/** How long requests under way may take once we have been asked to stop, in milliseconds. */
const patience = 30_000;

/**
 * Prepares a server for a clean end. The function returned stops accepting, ends event streams, waits for the
 * requests under way (30 s at most) and resolves when the last connection has closed.
 */
export function stoppable(server: Server): () => Promise<void> {
  const underWay = new Set<ServerResponse>();
  let stopping = false;
  server.prependListener('request', (_request, response) => {
    if (stopping) response.setHeader('Connection', 'close');
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  return async () => {
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    const sweep = setInterval(() => endWhatCanEnd(server, underWay), 50);
    const limit = setTimeout(() => server.closeAllConnections(), patience);
    endWhatCanEnd(server, underWay);
    await closed;
    clearInterval(sweep);
    clearTimeout(limit);
  };
}

/** Event streams never end by themselves, and a kept-alive connection stays until its client is done with it. */
function endWhatCanEnd(server: Server, underWay: Set<ServerResponse>): void {
  for (const response of underWay) {
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
  }
  server.closeIdleConnections();
}
