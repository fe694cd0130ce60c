import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '@/domain/claim';
import { contract, type RouteName } from '@/domain/contract';
import type { Payload } from '@/domain/edition';
import { composed } from '@/domain/text';
import { article } from '@/test/checking';
import { openDesk } from '@/test/desk';
import { hostile } from '@/test/fixtures/hostile';
import { bodySchema, textFields, valueAt, withValue } from './fields';
import { newScene, type Prepared, requests, type Scene } from './requests';
import { type Answered, call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let as: { token: string };
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
  as = { token: scene.admin.token };
});
afterAll(() => desk.close());

/** Every route that stores words, and what of its body is not shown again as it was sent. */
const storing: Partial<Record<RouteName, RegExp>> = {
  importArticle: /^(content|setAside|title|scale)$/, // becomes a text with lines set aside, a trimmed title
  editArticle: /^scale$/,
  addRevision: /^(content|setAside)$/,
  createClaim: /^(exact|verdict|assignee)$/,
  editClaim: /^(exact|verdict|assignee)$/,
  addEvidence: /^$/,
  editEvidence: /^$/,
  editSource: /^$/,
  decideClaim: /^digest$/,
  dropClaim: /^$/,
  addComment: /^evidenceId$/,
  openThread: /^exact$/,
  reply: /^$/,
  editComment: /^$/,
  editPerson: /^$/,
  editDesk: /^$/,
  makeToken: /^$/,
  invite: /^$/,
  addScale: /^(id|key)$/,
  publish: /^$/,
  acceptFound: /^$/,
  setHold: /^(kind|until)$/,
  addApproach: /^(channel|tells|outcome)$|At$|^deadline$/,
  editApproach: /^(channel|tells|outcome)$|At$|^deadline$/,
  waive: /^rule$/,
  withdraw: /^claim$/,
  fileSecondVerdict: /^verdict$/,
  adjudicate: /^(choice|verdict)$/,
  editConclusion: /^$/,
  decideConclusion: /^digest$/,
  schedule: /^at$/,
};

/** Routes that take white space off the ends of what they store. */
const trimming: RouteName[] = ['publish', 'schedule', 'setHold', 'withdraw', 'addApproach', 'editApproach', 'waive'];
/** Fields of which a route takes the white space off the ends. */
const trimmed = ['adjudicate reason'];

/** Rules on what an approach’s words may be: no addresses for readers, and words where some are needed. */
const wordRules = /^(contact-in-\w+|needs-(answer|told))$/;

/** Where the answer shows a field, if not in the same place. */
const shownAt: Record<string, (string | number)[]> = {
  'decideClaim note': ['decision', 'note'],
  'decideConclusion note': ['decision', 'note'],
  'addRevision title': ['revision', 'title'],
  'addRevision reason': ['revision', 'reason'],
  'dropClaim reason': ['dropped', 'reason'],
  'openThread body': ['comments', 0, 'body'],
  'acceptFound reason': ['revision', 'reason'],
  'fileSecondVerdict rationale': ['secondVerdict', 'filed', 'rationale'],
  'fileSecondVerdict sources.0.title': ['secondVerdict', 'filed', 'sources', 0, 'title'],
  'fileSecondVerdict sources.0.quote': ['secondVerdict', 'filed', 'sources', 0, 'quote'],
  'adjudicate reason': ['secondVerdict', 'adjudication', 'reason'],
  'waive reason': ['waivers', 0, 'reason'],
};

/** Single lines with something to read in them; a text of many lines takes anything. */
const refusedAsLine = (text: string) => /[\p{Cc}\u2028\u2029]/u.test(text) || !/[^\p{C}\p{Z}]/u.test(text);

/** Routes whose request may be made again and again, against the version that their last answer shows. */
const repeatable: RouteName[] = [
  'editArticle',
  'editClaim',
  'editEvidence',
  'editSource',
  'addComment',
  'reply',
  'editComment',
  'setHold',
  'editApproach',
  'editConclusion',
  'schedule',
];
const standing = new Map<RouteName, Prepared>();

async function send(name: RouteName, change: (body: unknown) => unknown): Promise<Answered> {
  const prepared = standing.get(name) ?? (await requests[name](scene, scene.admin));
  const { path, body, ifMatch } = prepared;
  const answer = await call(contract[name].method, path, { as, body: change(body), ifMatch });
  if (repeatable.includes(name)) standing.set(name, { ...prepared, ifMatch: ifMatch && (answer.etag || ifMatch) });
  return answer;
}

test('there are enough of them, each but once', () => {
  expect(new Set(hostile).size).toBe(hostile.length);
  expect(hostile.length).toBeGreaterThanOrEqual(150);
});

describe('a hostile text is stored and shown as it was typed, or refused as malformed or too long', () => {
  test.each(Object.entries(storing) as [RouteName, RegExp][])(
    '%s',
    async (name, other) => {
      const { body } = await requests[name](scene, scene.admin);
      const fields = textFields(name, body).filter(
        ({ path, schema }) => !schema.pattern && !path.some((key) => other.test(String(key))) && !isAddress(path),
      );
      expect(fields.length).toBeGreaterThan(0);
      for (const text of hostile) {
        const fitting = fields.filter(
          ({ schema }) => [...text].length <= (schema.maxLength ?? Number.POSITIVE_INFINITY),
        );
        const all = await send(name, (each) => fitting.reduce((sum, { path }) => withValue(sum, path, text), each));
        if (all.status === contract[name].status) {
          for (const { path } of fitting) expectShown(name, path, all.body, text);
          continue;
        }
        for (const { path } of fields) {
          const one = await send(name, (each) => withValue(each, path, text));
          if (one.status === contract[name].status) expectShown(name, path, one.body, text);
          else if (one.status === 422) expect([name, one.rules]).toEqual([name, [expect.stringMatching(wordRules)]]);
          else expect([path, text, [400, 413]]).toEqual([path, text, expect.arrayContaining([one.status])]);
          if (one.status === 400) expect([path, text, refusedAsLine(text)]).toEqual([path, text, true]);
        }
      }
    },
    120_000,
  );
});

const isAddress = (path: (string | number)[]) => /url$|saidAt|sameAs/i.test(String(path.at(-1)));

function expectShown(name: RouteName, path: (string | number)[], body: unknown, text: string): void {
  const shown = valueAt(body, shownAt[`${name} ${path.join('.')}`] ?? path);
  const typed =
    trimming.includes(name) || trimmed.includes(`${name} ${path.join('.')}`) ? composed(text).trim() : composed(text);
  // a note of white space alone is none
  expect([path, shown]).toEqual([path, shown === null && text.trim() === '' ? null : typed]);
}

describe('hostile text in an address', () => {
  test('is no web address', async () => {
    for (const text of hostile.filter((each) => !/^https?:\/\/[^\s\p{Cc}]+$/u.test(each))) {
      const { status } = await send('editClaim', (body) => withValue(body, ['saidAt'], text));
      expect([text, status]).toEqual([text, 400]);
    }
  });

  test('finds nothing and breaks nothing in a search', async () => {
    for (const text of hostile) {
      for (const list of ['articles', 'sources']) {
        const { status } = await call('GET', `/api/v1/${list}?q=${encodeURIComponent(text)}`, { as });
        expect([text, status]).toEqual([text, [...text].length > 200 ? 413 : 200]);
      }
    }
  });
});

test('an article made of hostile text alone is imported, and read back', async () => {
  const content = `Harbour City: a plain line.\n${hostile.join('\n\n')}`;
  const made = await call<{ id: string; revision: { text: string } }>('POST', '/api/v1/articles', {
    as,
    body: { content },
  });
  expect(made.status).toBe(201);
  for (const text of [
    '<script>alert(1)</script>',
    '{{constructor.constructor("alert(1)")()}}',
    '[x](javascript:alert(1))',
  ]) {
    expect(made.body.revision.text).toContain(text);
  }
  const read = await call<{ text: string }>('GET', `/api/v1/articles/${made.body.id}/revisions/1`, { as });
  expect(read.body.text).toBe(made.body.revision.text);
});

test('an edition of hostile claims is published, read and shown as they were typed', async () => {
  const { id, slug } = await article(scene.reviewer.actor);
  const by = { token: scene.reviewer.token };
  const words = hostile.filter((text) => text.length <= 1000);
  for (const text of words) {
    const claimant = refusedAsLine(text) || [...text].length > 200 ? null : { name: text, type: 'person' };
    const body = {
      anchor: null,
      about: 'article',
      statement: `x ${text}`,
      rationale: `x ${text}`,
      verdict: 'true',
      claimant,
    };
    const claim = await call<Claim>('POST', `/api/v1/articles/${id}/claims`, { as: by, body });
    const at = `/api/v1/claims/${claim.body.id}`;
    const evidence = {
      source: { title: refusedAsLine(text) ? 'x' : text.slice(0, 200).toWellFormed() },
      stance: 'context',
      quote: text,
    };
    const { etag } = await call('POST', `${at}/evidence`, { as: by, body: evidence });
    const { body: waiting } = await call<Claim>('POST', `${at}/submission`, { as: by, ifMatch: etag });
    const decision = { outcome: 'approve', digest: waiting.digest };
    expect([text, (await call('POST', `${at}/decisions`, { as, body: decision })).status]).toEqual([text, 200]);
  }
  expect((await call('POST', `/api/v1/articles/${id}/editions`, { as, body: {} })).status).toBe(201);
  const { body } = await call<Payload>('GET', `/api/v1/articles/${id}/editions/1`);
  const statements = body.claims.map((each) => ('claim' in each ? each.claim.content.statement : null));
  expect(statements.sort()).toEqual(words.map((text) => `x ${composed(text)}`).sort());
  const page = await call('GET', `/a/${slug}`);
  expect([page.status, /<script(?![^>]*ld\+json)|<svg[^>]*onload|<img[^>]*onerror/i.test(page.text)]).toEqual([
    200,
    false,
  ]);
}, 240_000);

test('every body schema that holds words is looked at here', () => {
  const withWords = Object.keys(contract).filter((name) => bodySchema(name) !== undefined);
  const elsewhere = [
    'previewArticle',
    'previewRevision',
    'importAnnotations',
    'settleClaim',
    'confirmOverride',
    'changePassword',
    'setUp',
    'acceptInvitation',
    'readLink',
    'setPassword',
    'signInByLink',
    'linkClaim', // an id
    'seeClaim', // a digest
    'askForReset', // an e-mail address
    'setWatch',
    'tellPresence',
    'mergeClaim',
    'settleSuggestion',
    'actOnClaims',
    'readNotifications',
    'setNotificationSettings',
    'setStandards',
    'askSecondVerdict',
    'setSecondVerdictPolicy',
    // a reason like that of `withdraw`
    'erasePerson',
    'eraseClaim',
    'eraseEdition',
    // addresses alone
    'addWebhook',
    'editWebhook',
  ];
  expect(withWords.sort()).toEqual([...Object.keys(storing), ...elsewhere].sort());
});
