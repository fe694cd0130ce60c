import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder } from '@/test/scratch';
import { type RunningServer, startServer } from '../server';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = newFolder();
  const start = () => startServer({ DATABASE_URL: `file:${folder}/stet.db` });
  server = await start(); // builds, if that is still to be done, and makes the tables
  await server.stop();
  server = await start();
}, 240_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('npm start with nothing changed', () => {
  test('neither installs nor builds', () => {
    expect(server.printed()).not.toMatch(/Installing|Building/);
  });

  test('prints a fresh link for the first administrator while nobody works here', () => {
    expect(server.setupLink).toMatch(new RegExp(`^${server.origin}/setup#[\\w-]{32,}$`));
  });
});

describe('the pages as built', () => {
  test.each(['/healthz', '/readyz', '/api/v1/openapi.json'])('answer at %s', async (path) => {
    expect((await fetch(server.origin + path)).status).toBe(200);
  });
});

test('SIGTERM to npm itself ends the server cleanly too', async () => {
  const underNpm = await startServer({ DATABASE_URL: `file:${folder}/npm.db` }, 'npm start');
  expect(await underNpm.stop()).toBe(0);
  expect(underNpm.printed()).toContain('Stopped.');
});

describe('a second server on the same port', () => {
  test('is refused with words before anything else is done', async () => {
    const { port } = new URL(server.origin);
    await expect(startServer({ PORT: port, DATABASE_URL: `file:${folder}/other.db` })).rejects.toThrow(
      `Port ${port} is already in use`,
    );
  });
});

describe('a wrong configuration', () => {
  test('ends the start with every wrong variable named', async () => {
    const starting = startServer({ PORT: 'x', STET_ORIGIN: 'http://desk.example' });
    await expect(starting).rejects.toThrow(/ended \(1\)[\s\S]*STET_ORIGIN is[\s\S]*PORT is/);
  });
});

describe('what Next itself would answer with 500', () => {
  test.each([
    ['a router state that is none', { RSC: '1', 'Next-Router-State-Tree': 'garbage' }],
    ['a router state of another shape', { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%2C5%5D' }],
    ['a prefetch of no segment', { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/../%ff' }],
    ['a malformed cookie', { Cookie: '%%%=;;;=%ff' }],
    ['a malformed trace', { Traceparent: 'zz', Baggage: ',,=' }],
  ])('is no server’s fault: %s', async (_what, headers) => {
    const answer = await fetch(server.origin, { headers });
    expect(answer.status).toBeLessThan(500);
  });

  test('is turned away as a method: an action posted to a page', async () => {
    const answer = await fetch(server.origin, { method: 'POST', headers: { 'Next-Action': 'x' }, body: '[]' });
    expect(answer.status).toBe(405);
  });
});
