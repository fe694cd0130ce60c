import { type ServerResponse, STATUS_CODES } from 'node:http';

/** Why a request is not passed on to the pages. */
export type Turned = { status: 400 | 405 | 421; sentence: string };

/** What is written to: the API, and in development the tools that Next adds to its pages. */
const writablePath = /^\/(api|__nextjs\w*)\//;
const readingMethods = ['GET', 'HEAD'];
const writingMethods = [...readingMethods, 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The methods that an address can mean: pages are only read, everything is written through the API. */
export const methodsFor = (path: string): string[] => (writablePath.test(path) ? writingMethods : readingMethods);

/** The API answers with a problem (RFC 9457), everything else in plain words. */
export function answerTurned(path: string, response: ServerResponse, { status, sentence }: Turned): void {
  const isApi = path.startsWith('/api/');
  const title = STATUS_CODES[status]!;
  if (status === 405) response.setHeader('Allow', methodsFor(path).join(', '));
  response.writeHead(status, {
    'Content-Type': isApi ? 'application/problem+json' : 'text/plain; charset=utf-8',
    Connection: 'close', // what may remain of the request is not read
  });
  response.end(isApi ? JSON.stringify({ type: 'about:blank', title, status, detail: sentence }) : `${sentence}\n`);
}
