import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createFront } from '@/bin/server/front';

const close: (() => void)[] = [];
afterEach(() => {
  for (const each of close.splice(0)) each();
});

/** A front before pages that answer with the headers they were given; returns its port. */
async function front(config: { origin?: string; trustedProxies?: string[] } = {}): Promise<number> {
  const { server, open } = createFront({ origin: null, trustedProxies: [], ...config });
  open((asked, answer) => {
    if (asked.url === '/own-policy') answer.setHeader('Content-Security-Policy', 'frame-ancestors *');
    answer.end(JSON.stringify(asked.headers));
  });
  server.listen(0, '127.0.0.1');
  close.push(() => server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(port: number, headers: Record<string, string> = {}, method = 'GET', path = '/'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks).toString() });
    });
    asking.on('error', reject).end();
  });
}

const seen = async (port: number, headers: Record<string, string>): Promise<Record<string, string>> =>
  JSON.parse((await ask(port, headers)).body);

/** The first line of the answer to these very bytes. */
async function statusOf(port: number, target: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, 'latin1');
  const [first] = await once(socket, 'data');
  socket.destroy();
  return String(first).slice(9, 12);
}

describe('where a request comes from', () => {
  test('is the socket’s address, whatever the client writes', async () => {
    const headers = await seen(await front(), {
      'X-Forwarded-For': '203.0.113.9',
      'X-Real-IP': '203.0.113.9',
      Forwarded: 'for=203.0.113.9',
      'X-Stet-Client': '203.0.113.9',
      'X-Stet-Origin': 'https://evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Port': '1',
    });
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-stet-client': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
    expect(JSON.stringify(headers)).not.toMatch(/203\.0\.113\.9|evil/);
  });

  test.each([
    ['the address it passes on', '203.0.113.9', '203.0.113.9'],
    ['the nearest address that is not a proxy’s', '198.51.100.1, 203.0.113.9, 127.0.0.5', '203.0.113.9'],
    ['an IPv6 address', '2001:db8::7', '2001:db8::7'],
    ['the proxy’s own when it passes on nonsense', '<script>', '127.0.0.1'],
    ['the proxy’s own when it passes on nothing', '', '127.0.0.1'],
  ])('behind a trusted proxy is %s', async (_what, forwarded, client) => {
    const port = await front({ trustedProxies: ['127.0.0.0/8'] });
    expect(await seen(port, { 'X-Forwarded-For': forwarded })).toMatchObject({
      'x-forwarded-for': client,
      'x-stet-client': client,
    });
  });

  test('does not depend on a proxy that is not listed', async () => {
    const port = await front({ trustedProxies: ['10.0.0.0/8'] });
    expect(await seen(port, { 'X-Forwarded-For': '203.0.113.9' })).toMatchObject({ 'x-stet-client': '127.0.0.1' });
  });
});

describe('the name a request is made to', () => {
  test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])('may be %s', async (Host) => {
    expect((await ask(await front(), { Host })).status).toBe(200);
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost/../x',
    'localhost#x',
    'me@localhost',
    'localhost:999999',
    'desk.example',
  ])('may not be %s', async (Host) => {
    const answer = await ask(await front(), { Host });
    expect(answer.status).toBe(421);
    expect(answer.body).toContain('STET_ORIGIN');
  });

  test('is the configured origin’s alone when there is one, save for health checks on this machine', async () => {
    const port = await front({ origin: 'https://desk.example' });
    expect((await ask(port, { Host: 'desk.example' })).status).toBe(200);
    expect((await ask(port, { Host: 'desk.example:8443' })).status).toBe(421);
    expect((await ask(port, { Host: 'localhost' })).status).toBe(421);
    expect((await ask(port, { Host: 'localhost' }, 'GET', '/healthz')).status).toBe(200);
    expect((await ask(port, { Host: 'localhost' }, 'GET', '/readyz?x')).status).toBe(200);
    expect((await ask(port, { Host: 'evil.example' }, 'GET', '/healthz')).status).toBe(421);
  });

  test('is taken from X-Forwarded-Host of a trusted proxy only', async () => {
    const headers = { Host: 'inner:3000', 'X-Forwarded-Host': 'desk.example' };
    const trusting = await front({ origin: 'https://desk.example', trustedProxies: ['127.0.0.1'] });
    expect(await seen(trusting, headers)).toMatchObject({
      host: 'desk.example',
      'x-stet-origin': 'https://desk.example',
      'x-forwarded-proto': 'https',
    });
    expect((await ask(await front({ origin: 'https://desk.example' }), headers)).status).toBe(421);
  });

  test('becomes the origin against which a write is checked', async () => {
    expect(await seen(await front(), { Host: 'LocalHost:4711' })).toMatchObject({
      'x-stet-origin': 'http://localhost:4711',
    });
  });
});

describe('a request that nothing here can mean', () => {
  test.each([
    ...['/%ff', '/api/v1/%E0%A4%A', '/%', '/a/%00', '/%ED%A0%80', '//evil.example', '/\\evil.example'],
    ...['http://evil.example/', '*', '/caf\xe9%'],
  ])('is answered 400: %s', async (target) => {
    expect(await statusOf(await front(), target)).toBe('400');
  });

  test.each(['TRACE', 'PROPFIND'])('is answered 405: %s', async (method) => {
    expect((await ask(await front(), {}, method, '/api/v1/articles')).status).toBe(405);
  });

  test('is answered 405 when it would write to a page', async () => {
    const answer = await ask(await front(), { 'Content-Length': '0' }, 'POST', '/sign-in');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('is answered with a problem where the API was asked', async () => {
    const answer = await ask(await front(), {}, 'GET', '/api/v1/%ff');
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, title: 'Bad Request' });
  });
});

describe('every answer', () => {
  test('forbids guessing at types, and names itself to no other site', async () => {
    const expected = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };
    expect((await ask(await front())).headers).toMatchObject(expected);
    expect((await ask(await front(), { Host: 'evil.example' })).headers).toMatchObject(expected);
  });

  test('lets nothing run, unless its writer says what may', async () => {
    const port = await front();
    expect((await ask(port)).headers['content-security-policy']).toMatch(/^default-src 'none'/);
    const own = await ask(port, {}, 'GET', '/own-policy');
    expect(own.headers['content-security-policy']).toBe('frame-ancestors *');
  });

  test('asks for https from then on, if that is how the desk is served', async () => {
    const port = await front({ origin: 'https://desk.example' });
    expect((await ask(port, { Host: 'desk.example' })).headers).toHaveProperty('strict-transport-security');
    expect((await ask(await front())).headers).not.toHaveProperty('strict-transport-security');
  });
});

test('until the pages are there, everybody is asked to wait a moment', async () => {
  const { server } = createFront({ origin: null, trustedProxies: [] });
  server.listen(0, '127.0.0.1');
  close.push(() => server.close());
  await once(server, 'listening');
  const answer = await ask((server.address() as AddressInfo).port);
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '2']);
});
