import { createReadStream, readdirSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathOf } from './guard';

const types = { js: 'application/javascript; charset=UTF-8', css: 'text/css; charset=UTF-8' };
const prefix = '/_next/static/';

/** The Brotli forms there are, by the path of what they compress. Read once: a build's files never change. */
function compressedIn(folder: string): Map<string, string> {
  const statics = join(folder, 'static');
  const names = readdirSync(statics, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.br'));
  return new Map(names.map((name) => [`${prefix}${name.replaceAll('\\', '/').slice(0, -3)}`, join(statics, name)]));
}

const takesBrotli = ({ headers }: IncomingMessage): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .some((coding) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$)[\d.]+\s*)?$/i.test(coding));

function send(request: IncomingMessage, response: ServerResponse, path: string, file: string): void {
  response.writeHead(200, {
    'Content-Type': path.endsWith('.css') ? types.css : types.js,
    'Content-Encoding': 'br',
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** Serves scripts and stylesheets in the Brotli form made at the build to browsers that take it; the pages do the rest. */
export function servingBrotli(pages: RequestListener, folder: string): RequestListener {
  const compressed = compressedIn(folder);
  return (request, response) => {
    const path = pathOf(request.url ?? '');
    const file = request.method === 'GET' || request.method === 'HEAD' ? compressed.get(path) : undefined;
    return file && takesBrotli(request) ? send(request, response, path, file) : pages(request, response);
  };
}
