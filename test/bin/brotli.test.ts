import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servingBrotli } from '@/bin/server/brotli';
import { compressStatics } from '@/bin/setup/brotli.mjs';
import { newFolder } from '@/test/scratch';

const script = 'console.log("a script of the pages")\n'.repeat(50);
let folder: string;
let port: number;
const server = createServer();

beforeAll(async () => {
  folder = newFolder();
  mkdirSync(join(folder, 'static/chunks'), { recursive: true });
  writeFileSync(join(folder, 'static/chunks/a.js'), script);
  await compressStatics(folder);
  server.on(
    'request',
    servingBrotli((_, response) => response.end('from the pages'), folder),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, accept: string, method = 'GET') =>
  new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const sent = ask({ port, path, method, headers: { 'accept-encoding': accept } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject).end();
  });

test('a browser that takes Brotli gets the script small, typed and to keep', async () => {
  const { headers, body } = await get('/_next/static/chunks/a.js?dpl=1', 'gzip, deflate, br;q=0.9');
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect(brotliDecompressSync(body).toString()).toBe(script);
});

test.each([
  ['a browser that does not', '/_next/static/chunks/a.js', 'gzip', 'GET'],
  ['a browser that refuses it', '/_next/static/chunks/a.js', 'gzip, br;q=0', 'GET'],
  ['a file that is not there', '/_next/static/chunks/b.js', 'br', 'GET'],
  ['a path that leads out', '/_next/static/../static/chunks/a.js', 'br', 'GET'],
  ['what is no reading', '/_next/static/chunks/a.js', 'br', 'POST'],
])('the pages answer for %s', async (_, path, accept, method) => {
  const { body } = await get(path, accept, method);
  expect(body.toString()).toBe('from the pages');
});
