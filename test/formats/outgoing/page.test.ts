import { once } from 'node:events';
import { createServer as createSecure } from 'node:https';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchPage, type Outgoing, type Page } from '@/formats/outgoing';
import { LARGEST_BODY } from '@/formats/outgoing/body';
import { waitAsked } from '@/formats/outgoing/page';
import { rules, value } from '@/test/desk';
import { selfSigned } from './certificate';
import { standing } from './evasions';
import { openSite, type Site } from './site';

const words = 'The ferry carried 41,200 passengers in June – “a record”.';
const types = ['text/plain', 'text/html'];
const text = { 'Content-Type': 'text/plain; charset=UTF-8' };
const page = Buffer.from(words);

type Sent = [status: number, headers: Record<string, string | string[]>, body?: Buffer | string];
const failed: Sent = [500, {}];
/** What the site answers with, by path: status, headers and body. */
const pages: Record<string, Sent> = {
  '/plain': [200, { ...text, ETag: '"v1"', 'Last-Modified': 'Wed, 01 Jul 2026 08:00:00 GMT' }, page],
  '/gzip': [200, { ...text, 'Content-Encoding': 'gzip' }, gzipSync(page)],
  '/x-gzip': [200, { ...text, 'Content-Encoding': 'X-GZIP' }, gzipSync(page)],
  '/br': [200, { ...text, 'Content-Encoding': 'br' }, brotliCompressSync(page)],
  '/deflate': [200, { ...text, 'Content-Encoding': 'deflate' }, deflateSync(page)],
  '/deflate-raw': [200, { ...text, 'Content-Encoding': 'deflate' }, deflateRawSync(page)],
  '/identity': [200, { ...text, 'Content-Encoding': 'identity' }, page],
  '/latin': [200, { 'Content-Type': 'Text/HTML; boundary=x; Charset="ISO-8859-1"' }, page],
  '/untyped': [200, {}, page],
  '/empty': [200, { ...text, 'Content-Encoding': 'gzip' }, ''],
  '/picture': [200, { 'Content-Type': 'image/png' }, page],
  '/pdf': [200, { 'Content-Type': 'application/pdf' }, page],
  '/bomb-gzip': [200, { ...text, 'Content-Encoding': 'gzip' }, gzipSync(Buffer.alloc(LARGEST_BODY + 1))],
  '/bomb-br': [200, { ...text, 'Content-Encoding': 'br' }, brotliCompressSync(Buffer.alloc(LARGEST_BODY + 1))],
  '/bomb-deflate': [200, { ...text, 'Content-Encoding': 'deflate' }, deflateSync(Buffer.alloc(LARGEST_BODY + 1))],
  '/bomb-twice': [200, { ...text, 'Content-Encoding': 'gzip, gzip' }, gzipSync(gzipSync(Buffer.alloc(1e6)))],
  '/not-gzip': [200, { ...text, 'Content-Encoding': 'gzip' }, page],
  '/half-gzip': [200, { ...text, 'Content-Encoding': 'gzip' }, gzipSync(page).subarray(0, 30)],
  '/unknown-coding': [200, { ...text, 'Content-Encoding': 'zstd' }, page],
  '/as-large-as-may-be': [200, text, Buffer.alloc(LARGEST_BODY, 'a')],
  '/too-large': [200, text, Buffer.alloc(LARGEST_BODY + 1, 'a')],
  '/says-too-large': [200, { ...text, 'Content-Length': String(LARGEST_BODY + 1) }, ''],
  '/moved': [301, { Location: '/plain' }],
  '/moved-and-sets-cookies': [302, { Location: '/plain', 'Set-Cookie': ['session=1', 'other=2; Path=/'] }],
  '/circle': [302, { Location: '/circle' }],
  '/six': [302, { Location: '/five' }],
  '/five': [307, { Location: '/four' }],
  '/four': [308, { Location: '/three' }],
  '/three': [303, { Location: '/two' }],
  '/two': [302, { Location: '/one' }],
  '/one': [301, { Location: '/plain#part' }],
  '/umlaut': [302, { Location: Buffer.from('/zürich').toString('latin1') }],
  '/z%C3%BCrich': [200, text, page],
  '/to-loopback': [302, { Location: 'http://127.0.0.1/' }],
  '/to-metadata': [302, { Location: 'http://169.254.169.254/latest/meta-data/' }],
  '/to-number': [302, { Location: '//2130706433/' }],
  '/to-mapped': [302, { Location: 'http://[::ffff:127.0.0.1]/' }],
  '/to-other-port': [302, { Location: 'http://127.0.0.1:1/' }],
  '/to-name': [302, { Location: 'http://inner.example/' }],
  '/to-file': [302, { Location: 'file:///etc/passwd' }],
  '/to-script': [302, { Location: 'javascript:alert(1)' }],
  '/to-user': [302, { Location: 'http://me:secret@page.example/' }],
  '/to-nothing': [302, { Location: 'http://' }],
  '/no-location': [302, {}],
  '/many': [300, { Location: '/plain' }],
  '/none': [204, {}],
  '/gone': [404, text, 'no'],
  '/removed': [410, text, 'no'],
  '/denied': [403, text, 'no'],
  '/paywall': [402, text, 'no'],
  '/busy': [429, { 'Retry-After': '120' }, ''],
  '/down': [503, { 'Retry-After': '30' }, ''],
};

let site: Site;
beforeAll(async () => {
  site = await openSite(({ url = '', headers }, response) => {
    if (url === '/hangs') return;
    if (url === '/drips') {
      response.writeHead(200, text);
      const timer = setInterval(() => response.write('a'), 20);
      response.once('close', () => clearInterval(timer));
      return;
    }
    if (url === '/breaks-off') {
      response.writeHead(200, { ...text, 'Content-Length': '100' });
      response.write('half', () => response.destroy());
      return;
    }
    if (url === '/large-headers') {
      response.writeHead(200, { 'X-Filler': 'a'.repeat(20_000) });
      response.end();
      return;
    }
    const [status, given, body] = pages[url] ?? failed;
    const unchanged = given.ETag && headers['if-none-match'] === given.ETag;
    response.writeHead(unchanged ? 304 : status, given).end(unchanged ? undefined : body);
  });
});
afterAll(() => site.close());
beforeEach(() => {
  site.asked.length = 0;
});

const ask = (path: string, more: Partial<Outgoing> = {}) =>
  fetchPage(`${site.origin}${path}`, { types }, { ...site.outgoing, ...more });
const read = async (path: string): Promise<Page> => value(await ask(path))!;
const textOf = ({ bytes }: Page) => new TextDecoder().decode(bytes);

describe('a page', () => {
  test('comes with its bytes, type, charset, version and final address', async () => {
    const { bytes, ...rest } = await read('/plain');
    expect(new TextDecoder().decode(bytes)).toBe(words);
    expect(rest).toEqual({
      url: `${site.origin}/plain`,
      type: 'text/plain',
      charset: 'utf-8',
      etag: '"v1"',
      lastModified: 'Wed, 01 Jul 2026 08:00:00 GMT',
    });
  });

  test.each(['/gzip', '/x-gzip', '/br', '/deflate', '/deflate-raw', '/identity'])('is unpacked: %s', async (path) => {
    expect(textOf(await read(path))).toBe(words);
  });

  test('has its type and charset told in whatever letters, and may say neither', async () => {
    expect(await read('/latin')).toMatchObject({ type: 'text/html', charset: 'iso-8859-1' });
    expect(await read('/untyped')).toMatchObject({ type: null, charset: null });
  });

  test('may be empty, or of exactly 10 MB', async () => {
    expect((await read('/empty')).bytes).toHaveLength(0);
    expect((await read('/as-large-as-may-be')).bytes).toHaveLength(LARGEST_BODY);
  });

  test('unchanged since a version that was seen is not read again', async () => {
    const { url, etag, lastModified } = await read('/plain');
    const again = await fetchPage(url, { types, validators: { url, etag, lastModified } }, site.outgoing);
    expect(value(again)).toBeNull();
    expect(site.asked.at(-1)?.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': lastModified });
  });

  test('is never asked for with the version of another', async () => {
    const validators = { url: `${site.origin}/other`, etag: '"v1"', lastModified: null };
    expect(value(await fetchPage(`${site.origin}/plain`, { types, validators }, site.outgoing))).not.toBeNull();
    expect(site.asked[0]?.headers).not.toHaveProperty('if-none-match');
  });

  test('is asked for politely, by name, and with nothing that tells of whoever asks', async () => {
    await ask('/plain', { origin: 'https://desk.example' });
    const { host, connection, ...headers } = site.asked[0]!.headers;
    expect(host).toBe(site.place);
    expect(headers).toEqual({
      'user-agent': 'Stet/1 (fact-checking desk; +https://desk.example)',
      accept: 'text/plain, text/html, */*;q=0.1',
      'accept-encoding': 'gzip, br, deflate',
    });
  });
});

describe('a redirect', () => {
  test('is followed, and the address where it ends is the page’s', async () => {
    expect((await read('/moved')).url).toBe(`${site.origin}/plain`);
    expect(textOf(await read('/umlaut'))).toBe(words);
  });

  test('is followed five times and no more', async () => {
    expect((await read('/five')).url).toBe(`${site.origin}/plain`);
    expect(rules(await ask('/six'))).toEqual(['fetch-redirects']);
    expect(rules(await ask('/circle'))).toEqual(['fetch-redirects']);
    expect(site.asked.filter(({ path }) => path === '/circle')).toHaveLength(6);
  });

  test('never takes a cookie along', async () => {
    await read('/moved-and-sets-cookies');
    expect(site.asked).toHaveLength(2);
    for (const { headers } of site.asked) expect(headers).not.toHaveProperty('cookie');
  });

  test.each([
    ['/to-loopback', 'private'],
    ['/to-metadata', 'private'],
    ['/to-number', 'private'],
    ['/to-mapped', 'private'],
    ['/to-other-port', 'private'],
    ['/to-name', 'private'],
    ['/to-file', 'scheme'],
    ['/to-script', 'scheme'],
    ['/to-user', 'credentials'],
    ['/to-nothing', 'address'],
    ['/no-location', 'status'],
    ['/many', 'status'],
  ])('to where nobody may go is refused: %s', async (path, rule) => {
    expect(rules(await ask(path, standing(['10.0.0.1'])))).toEqual([`fetch-${rule}`]);
    expect(site.asked).toHaveLength(1);
  });
});

describe('what a desk allows itself', () => {
  test('is nothing unless it is listed, port and all', async () => {
    const port = site.port;
    for (const allow of [[], [`127.0.0.1:${port + 1}`], [`localhost:${port}`], [`127.0.0.2:${port}`]]) {
      expect(rules(await ask('/plain', { allow }))).toEqual(['fetch-private']);
    }
    expect(site.asked).toEqual([]);
  });

  test('is not reached by another name for it', async () => {
    const outgoing = { ...site.outgoing, ...standing(['127.0.0.1']) };
    const result = await fetchPage(`http://page.example:${site.port}/plain`, { types }, outgoing);
    expect(rules(result)).toEqual(['fetch-port']);
    expect(site.asked).toEqual([]);
  });

  test('may be a name, whatever it stands for', async () => {
    const outgoing = { ...site.outgoing, allow: [`cms.desk.example:${site.port}`], ...standing(['127.0.0.1']) };
    const result = await fetchPage(`http://cms.desk.example:${site.port}/plain`, { types }, outgoing);
    expect(value(result)).toMatchObject({ type: 'text/plain' });
  });

  test('is not lent to the pages it leads to', async () => {
    const other = await openSite((_request, response) =>
      response.writeHead(302, { Location: `${site.origin}/plain` }).end(),
    );
    const direct = { ...other.outgoing, allow: [other.place, site.place] };
    expect(value(await fetchPage(other.origin, { types }, direct))).toMatchObject({ url: `${site.origin}/plain` });
    expect(rules(await fetchPage(other.origin, { types }, other.outgoing))).toEqual(['fetch-private']);
    await other.close();
  });
});

describe('a name that stands for something else when it is asked again', () => {
  test('is connected to where it was judged to be, and asked about once for each request', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return answers[Math.min(asked.length, 2) - 1]!.map((address) => ({ address, family: 4 }));
    };
    const allow = [`cms.desk.example:${site.port}`];
    const result = await fetchPage(
      `http://cms.desk.example:${site.port}/plain`,
      { types },
      { ...site.outgoing, allow, resolve },
    );
    expect(value(result)).not.toBeNull();
    expect(asked).toEqual(['cms.desk.example']);
  });

  test('is refused when it has turned to a private address by the time of a redirect', async () => {
    let times = 0;
    const resolve = async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    const other = await openSite((_request, response) =>
      response.writeHead(302, { Location: 'http://rebound.example/secret' }).end(),
    );
    const outgoing = { ...other.outgoing, allow: [`rebound.example:${other.port}`], resolve };
    expect(rules(await fetchPage(`http://rebound.example:${other.port}/`, { types }, outgoing))).toEqual([
      'fetch-private',
    ]);
    await other.close();
  });
});

describe('what is too much, broken or slow is refused in a sentence', () => {
  test.each([
    ['/bomb-gzip', 'large'],
    ['/bomb-br', 'large'],
    ['/bomb-deflate', 'large'],
    ['/bomb-twice', 'encoding'],
    ['/not-gzip', 'encoding'],
    ['/half-gzip', 'encoding'],
    ['/unknown-coding', 'encoding'],
    ['/too-large', 'large'],
    ['/says-too-large', 'large'],
    ['/breaks-off', 'broken'],
    ['/large-headers', 'not-http'],
    ['/picture', 'type'],
    ['/pdf', 'type'],
    ['/none', 'status'],
    ['/gone', 'gone'],
    ['/removed', 'gone'],
    ['/denied', 'denied'],
    ['/paywall', 'denied'],
    ['/busy', 'busy'],
    ['/down', 'site-failed'],
  ])('%s', async (path, rule) => {
    const result = await ask(path);
    expect(rules(result)).toEqual([`fetch-${rule}`]);
    expect(result).toMatchObject({ refusal: { kind: 'rule', problems: [{ message: /^\S.*\.$/, pointer: '/url' }] } });
  });

  test.each(['/hangs', '/drips'])('a site that takes its time: %s', async (path) => {
    expect(rules(await ask(path, { patience: 200 }))).toEqual(['fetch-slow']);
  });

  test('a name that is never resolved', async () => {
    const resolve = () => new Promise<never>(() => {});
    const outgoing = { allow: [], origin: null, patience: 100, resolve };
    expect(rules(await fetchPage('http://page.example/', { types }, outgoing))).toEqual(['fetch-slow']);
  });

  test('a name that does not exist', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    const outgoing = { allow: [], origin: null, resolve };
    expect(rules(await fetchPage('http://page.example/', { types }, outgoing))).toEqual(['fetch-name']);
  });

  test('nobody there, somebody who speaks something else, and a secure address where none is', async () => {
    const server = createTcp((socket) => {
      socket.on('error', () => {}).resume();
      socket.write('220 mail.example ready\r\n', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outgoing = { ...site.outgoing, allow: [place, site.place] };
    expect(rules(await fetchPage(`http://${place}/`, { types }, outgoing))).toEqual(['fetch-not-http']);
    expect(rules(await fetchPage(`https://${site.place}/`, { types }, outgoing))).toEqual(['fetch-not-http']);
    await new Promise((resolve) => server.close(resolve));
    expect(rules(await fetchPage(`http://${place}/`, { types }, outgoing))).toEqual(['fetch-unreachable']);
  });

  test('a secure site whose certificate nobody vouches for, and nothing is sent to it', async () => {
    let asked = 0;
    const server = createSecure(selfSigned('page.example'), (_request, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const place = `page.example:${(server.address() as AddressInfo).port}`;
    const outgoing = { ...site.outgoing, allow: [place], ...standing(['127.0.0.1']) };
    expect(rules(await fetchPage(`https://${place}/`, { types }, outgoing))).toEqual(['fetch-certificate']);
    expect(asked).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });

  test('a site that asks to wait is told of with how long', async () => {
    expect(await ask('/busy')).toMatchObject({ refusal: { retryAfter: 120 } });
    const now = Date.parse('2026-11-25T12:00:00Z');
    expect(waitAsked('Wed, 25 Nov 2026 12:01:00 GMT', now)).toBe(60);
    expect(waitAsked('999999999', now)).toBe(7 * 24 * 3600);
    expect(waitAsked('soon', now)).toBeUndefined();
  });
});

describe('whoever cancels', () => {
  test('before it began, asks nothing', async () => {
    expect(rules(await ask('/plain', { signal: AbortSignal.abort() }))).toEqual(['fetch-cancelled']);
    expect(site.asked).toEqual([]);
  });

  test.each(['/hangs', '/drips'])('in the middle, ends it: %s', async (path) => {
    const end = new AbortController();
    setTimeout(() => end.abort(), 50);
    expect(rules(await ask(path, { signal: end.signal }))).toEqual(['fetch-cancelled']);
  });
});
