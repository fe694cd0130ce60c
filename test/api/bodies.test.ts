import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '@/domain/claim';
import { contract } from '@/domain/contract';
import type { ProblemDocument } from '@/domain/contract/route';
import { openDesk } from '@/test/desk';
import { type TextField, textFields, valueAt, withValue } from './fields';
import { newScene, requests, routeNames, type Scene } from './requests';
import { call, origin } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let as: { token: string };
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
  as = { token: scene.admin.token };
});
afterAll(() => desk.close());

const withBody = routeNames.filter((name) => contract[name].body !== null);

/** The body of this one is somebody else's document, with fields of its own. */
const isForeign = (name: (typeof routeNames)[number]): boolean => name === 'importAnnotations';

async function send(name: (typeof routeNames)[number], turned: (body: unknown) => unknown) {
  const { path, body, ifMatch } = await requests[name](scene, scene.admin);
  return call<ProblemDocument>(contract[name].method, path, { as, body: turned(body), ifMatch, origin });
}

const bytes = (text: string) => new TextEncoder().encode(text);
const json = { 'Content-Type': 'application/json' };

describe('a body that is not what it should be is refused as malformed', () => {
  test.each(withBody)('%s', async (name) => {
    const { method } = contract[name];
    const { path, body, ifMatch } = await requests[name](scene, scene.admin);
    const whole = JSON.stringify(body);
    const broken: [string, Uint8Array, Record<string, string>][] = [
      ['cut off', bytes(whole.slice(0, -1)), json],
      ['two values', bytes(`${whole}{}`), json],
      ['a byte order mark twice', bytes(`\uFEFF\uFEFF${whole}`), json],
      ['comments', bytes(`/* */${whole}`), json],
      ['not UTF-8', Uint8Array.of(...bytes('{"name":"'), 0xff, 0xfe, ...bytes('"}')), json],
      ['not a number', bytes('{"days": NaN}'), json],
      ['a list', bytes(`[${whole}]`), json],
      ['null', bytes('null'), json],
      ['a text', bytes('"text"'), json],
      ['nested beyond measure', bytes('['.repeat(200_000)), json],
      ['nested and closed', bytes('['.repeat(200_000) + ']'.repeat(200_000)), json],
      ['nested in a field', bytes(`${whole.slice(0, -1)},"x":${'{"x":'.repeat(90_000)}1${'}'.repeat(90_001)}`), json],
      ['of another type', bytes(whole), { 'Content-Type': 'text/plain' }],
      ['of no type', bytes(whole), {}],
      ['a form without a file', bytes('--x--'), { 'Content-Type': 'multipart/form-data; boundary=x' }],
      ['a form without a boundary', bytes('--x--'), { 'Content-Type': 'multipart/form-data' }],
    ];
    for (const [what, sent, headers] of broken) {
      if (isForeign(name) && what === 'nested in a field') continue;
      const answer = await call(method, path, { as, body: sent, ifMatch, origin, headers });
      expect([what, answer.status]).toEqual([what, 400]);
    }
  });

  test.each(withBody.filter((name) => !isForeign(name)))('%s with a field that it does not know', async (name) => {
    for (const field of ['colour', '__proto__', 'constructor', 'toString']) {
      const { status, rules } = await send(name, (body) =>
        JSON.parse(`${JSON.stringify(body).slice(0, -1)},"${field}":1}`),
      );
      expect([field, status, rules]).toEqual([field, 400, ['unknown-field']]);
    }
  });

  test.each(withBody)('%s, larger than any body may be', async (name) => {
    const { status } = await send(name, (body) => ({ ...(body as object), more: 'x'.repeat(13_000_001) }));
    expect(status).toBe(413);
  });
});

/** A text of so many characters that nothing but its length speaks against. */
function lengthened({ schema, path }: TextField, many: number): string | null {
  if (schema.format === 'date' || (schema.pattern && schema.format !== 'email')) return null;
  if (schema.format === 'email') return null; // a longer one than 254 is none
  if (/url$|saidAt|sameAs/i.test(String(path.at(-1)))) return `https://port.example/${'a'.repeat(many - 21)}`;
  return 'é'.repeat(many);
}

describe('a text that is too long is refused as too large, and one that just fits is not', () => {
  test.each(withBody)('%s', async (name) => {
    const { body } = await requests[name](scene, scene.admin);
    for (const field of textFields(name, body)) {
      const most = field.schema.maxLength;
      const longer = most === undefined ? null : lengthened(field, most + 1);
      if (most === undefined || longer === null || most >= 1_000_000) continue; // the whole body may not be larger
      const refused = await send(name, (each) => withValue(each, field.path, longer));
      expect([field.path, refused.status]).toEqual([field.path, 413]);
      expect(refused.body.problems?.[0]).toMatchObject({ rule: 'too-long', pointer: `/${field.path.join('/')}` });
      const fitting = await send(name, (each) => withValue(each, field.path, lengthened(field, most)));
      expect([field.path, fitting.status]).not.toEqual([field.path, 413]);
    }
  });

  test('where a character outside the basic plane counts as one', async () => {
    const { path, body } = await requests.createClaim(scene, scene.admin);
    const statement = '🜁'.repeat(2000);
    const made = await call<Claim>('POST', path, { as, body: { ...(body as object), statement } });
    expect([made.status, made.body.statement]).toEqual([201, statement]);
    const refused = await call('POST', path, { as, body: { ...(body as object), statement: `${statement}a` } });
    expect(refused.status).toBe(413);
  });
});

/** What is looked up or hashed, and never stored as it was sent: anything may be asked for, and is not found. */
const lookedUp =
  /^(assignee|evidenceId|into|claim|verdict|scale|exact|id|current|password|secret|digest|lapses|asLastApproved)$/;

describe('a text that could not be stored as it is', () => {
  const unstorable = ['a\0b', '\0', 'a\uD800b', '\uDC00', 'a\uDFFF'];
  test.each(withBody)('is refused as malformed by %s', async (name) => {
    const { body } = await requests[name](scene, scene.admin);
    for (const { path } of textFields(name, body)) {
      if (path.at(-1) === 'content') continue; // an import mends it and says so
      for (const bad of unstorable) {
        const value = `${String(valueAt(body, path))}${bad}`;
        const { status } = await send(name, (each) => withValue(each, path, value));
        if (lookedUp.test(String(path.at(-1)))) expect([path, bad, status < 500]).toEqual([path, bad, true]);
        else expect([path, bad, status]).toEqual([path, bad, 400]);
      }
    }
  });
});

describe('a text is stored in its composed form, and the answer shows what was stored', () => {
  const apart = 'Cafe\u0301 Zu\u0308rich \u1112\u1161\u11ab';
  const joined = 'Café Zürich 한';
  const made = ['createClaim', 'editClaim', 'addEvidence', 'editEvidence', 'editSource', 'editArticle'] as const;
  const more = ['importArticle', 'addScale', 'editPerson', 'editDesk', 'makeToken', 'invite'] as const;
  test.each([...made, ...more])('%s', async (name) => {
    const { body } = await requests[name](scene, scene.admin);
    for (const field of textFields(name, body)) {
      const { schema, path } = field;
      if (schema.pattern || /url$|saidAt|sameAs/i.test(String(path.at(-1))) || lookedUp.test(String(path.at(-1))))
        continue;
      if (['content', 'setAside'].includes(String(path[0]))) continue; // becomes other fields
      const answer = await send(name, (each) => withValue(each, path, apart));
      expect([path, answer.status]).toEqual([path, contract[name].status]);
      expect([path, valueAt(answer.body, path)]).toEqual([path, joined]);
    }
  });
});
