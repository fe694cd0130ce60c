import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atCommandLine } from '@/db/people/identify';
import { verifyActivity } from '@/db/verify';
import { contract } from '@/domain/contract';
import { may, newPerson, openDesk, type TestPerson } from '@/test/desk';
import { trials } from '@/test/trials';
import { mutated, mutation, readdressed } from './mutations';
import { newScene, requests, routeNames, type Scene } from './requests';
import { importBody } from './requests/articles';
import { call, origin } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let who: TestPerson;
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
});
afterAll(() => desk.close());

const mostlyWithBody = routeNames.flatMap((name) => (contract[name].body ? [name, name, name] : [name]));
const lists = routeNames.filter((name) => contract[name].paged);

/** Reads all there is: whatever was let in must come out again as the document says. */
async function readEverything(): Promise<void> {
  const as = { token: scene.admin.token };
  for (const name of lists) {
    const { path } = await requests[name](scene, scene.admin);
    let next: string | undefined = `${path.replace(/\?.*/, '')}?limit=200`;
    while (next) next = /^<(.+)>/.exec((await call('GET', next, { as })).headers.get('link') ?? '')?.[1];
  }
}

/** The log still holds: no refusal has left half of anything behind. */
const theLog = () => verifyActivity(may('administer', atCommandLine()));

/** Some thousand requests: seconds when nothing else runs, and as often as not something does. */
const timeout = process.env.STET_SOAK ? 900_000 : 240_000;

test('whatever is sent to whatever route is answered as the document says, and never with a failure of ours', {
  timeout,
}, async () => {
  const counts: Record<number, number> = {};
  const one = fc.asyncProperty(fc.constantFrom(...mostlyWithBody), mutation, async (name, made) => {
    const { method, path: template, body: schema } = contract[name];
    // somebody new each time, since a password may be tried ten times a minute only, and an administrator may retire
    who = await newPerson('admin');
    const { path, body, ifMatch } = await requests[name](scene, who);
    const { bytes, headers } = mutated(body, made);
    const sent = schema ? { body: bytes, headers } : { headers };
    const as = { token: who.token };
    const version = 'If-Match' in headers ? null : ifMatch;
    const { status } = await call(method, readdressed(path, template, made), { as, ifMatch: version, origin, ...sent });
    counts[status] = (counts[status] ?? 0) + 1;
  });
  await fc.assert(one, { numRuns: trials(5000) });
  await readEverything();
  expect(await theLog()).toMatchObject({ broken: null });
  console.log(`Malformed requests, by the status of their answers: ${JSON.stringify(counts)}`);
  expect(Object.keys(counts).filter((status) => Number(status) >= 500)).toEqual([]);
});

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const sound = Object.entries(importBody).map(([name, value]) => ({ name, value: asText(value) }));
const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...sound) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.oneof(
        fc.constantFrom('file', ...Object.keys(importBody)),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
      ),
      value: fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.jsonValue().map(asText)),
    }),
  },
);
const file = fc.record({
  bytes: fc.oneof(
    fc.string({ maxLength: 500 }).map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 500 }),
  ),
  name: fc.oneof(fc.constant('article.txt'), fc.string({ unit: 'grapheme', maxLength: 30 })),
  type: fc.constantFrom('text/plain', 'text/plain; charset=utf-16', 'image/png', ''),
});

test('whatever form is uploaded is answered as the document says', { timeout }, async () => {
  const counts: Record<number, number> = {};
  const one = fc.asyncProperty(
    fc.constantFrom('/api/v1/articles', '/api/v1/articles/preview'),
    fc.array(part, { maxLength: 5 }),
    fc.option(file, { freq: 9 }),
    fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 1 }),
    async (path, parts, given, cut) => {
      const form = new FormData();
      for (const { name, value } of parts) form.append(name, value);
      if (given) form.append('file', new Blob([new Uint8Array(given.bytes)], { type: given.type }), given.name);
      const sent = new Response(form);
      const bytes = new Uint8Array(await sent.arrayBuffer());
      const body = cut === null ? bytes : bytes.slice(0, Math.floor(bytes.length * cut));
      const headers = { 'Content-Type': sent.headers.get('content-type') ?? '' };
      const { status } = await call('POST', path, { as: { token: scene.admin.token }, body, headers });
      counts[status] = (counts[status] ?? 0) + 1;
    },
  );
  await fc.assert(one, { numRuns: trials(1000) });
  await readEverything();
  console.log(`Forms, by the status of their answers: ${JSON.stringify(counts)}`);
  expect(counts[201]).toBeGreaterThan(0);
});
