import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { editPerson } from '@/db/people/people';
import { listTokens, revokeToken } from '@/db/people/tokens';
import { activity } from '@/db/schema';
import { may, newPerson, openDesk, type TestPerson, value } from '@/test/desk';
import { allHandlers } from './handlers';
import { cookieOf, newScene, type Prepare, requests, type Scene } from './requests';
import { ownClaim } from './requests/claims';
import { othersPerson } from './requests/people';
import { at } from './requests/request';
import { type Caller, call, origin } from './router';

const who = ['signed out', 'reviewer', 'editor', 'administrator', 'disabled', 'revoked token'] as const;
type Who = (typeof who)[number];
type Row = [asks: string, prepare: Prepare, ...answers: number[]];

/** product.md's table of rights, route by route, written out by hand: what each kind of caller is answered. */
const table: Row[] = [
  // what is asked                                                      signed out, reviewer, editor, administrator, disabled, revoked
  ['GET /healthz', requests.healthz, 200, 200, 200, 200, 200, 200],
  ['GET /readyz', requests.readyz, 200, 200, 200, 200, 200, 200],
  ['GET /api/v1/openapi.json', requests.openapi, 200, 200, 200, 200, 200, 200],
  ['GET /assets/{name}', at('/assets/none.css'), 404, 404, 404, 404, 404, 404],
  // editions that are out
  ['GET /api/v1/articles/{id}/editions/{n}', requests.readEdition, 200, 200, 200, 200, 200, 200],
  // articles and claims under way
  ['GET /api/v1/articles', requests.listArticles, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}', requests.readArticle, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/revisions', requests.listRevisions, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/revisions/{n}', requests.readRevision, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/activity', requests.listActivity, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/claims', requests.listClaims, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/claims/{id}', requests.readClaim, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/sources', requests.listSources, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/sources/{id}', requests.readSource, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/scales', requests.listScales, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/desk', requests.readDesk, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/editions', requests.listEditions, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/editions/next', requests.nextEdition, 401, 200, 200, 200, 401, 401],
  // importing articles, making and editing claims, evidence
  ['POST /api/v1/articles', requests.importArticle, 401, 201, 201, 201, 401, 401],
  ['POST /api/v1/articles/preview', requests.previewArticle, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/articles/{id}', requests.editArticle, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/articles/{id}/claims', requests.createClaim, 401, 201, 201, 201, 401, 401],
  ['PATCH /api/v1/claims/{id}', requests.editClaim, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/evidence', requests.addEvidence, 401, 201, 201, 201, 401, 401],
  ['PATCH /api/v1/evidence/{id}', requests.editEvidence, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/evidence/{id}', requests.removeEvidence, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/sources/{id}', requests.editSource, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/submission', requests.submitClaim, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/submission', requests.takeBackClaim, 401, 200, 200, 200, 401, 401],
  // dropping and restoring: reviewers their own
  ['POST /api/v1/claims/{id}/drop (another’s claim)', requests.dropClaim, 401, 403, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/drop (one’s own claim)', ownClaim.dropClaim, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/drop (another’s claim)', requests.restoreClaim, 401, 403, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/drop (one’s own claim)', ownClaim.restoreClaim, 401, 200, 200, 200, 401, 401],
  // deciding, never on one’s own content
  ['POST /api/v1/claims/{id}/decisions (another’s claim)', requests.decideClaim, 401, 403, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/decisions (one’s own claim)', ownClaim.decideClaim, 401, 403, 422, 422, 401, 401],
  ['POST /api/v1/claims/{id}/decisions (returning it)', ownClaim.returnClaim, 401, 403, 422, 422, 401, 401],
  ['POST /api/v1/claims/{id}/decisions (overriding)', ownClaim.overrideClaim, 401, 403, 403, 200, 401, 401],
  // publishing
  ['POST /api/v1/articles/{id}/editions', requests.publish, 401, 403, 201, 201, 401, 401],
  // inviting people, roles, scales, settings
  ['POST /api/v1/invitations', requests.invite, 401, 403, 403, 201, 401, 401],
  ['GET /api/v1/invitations', requests.listInvitations, 401, 403, 403, 200, 401, 401],
  ['DELETE /api/v1/invitations/{id}', requests.revokeInvitation, 401, 403, 403, 204, 401, 401],
  ['POST /api/v1/people/{id}/password-reset', requests.resetPassword, 401, 403, 403, 201, 401, 401],
  ['PATCH /api/v1/people/{id} (another’s role)', othersPerson.promote, 401, 403, 403, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (one’s own role)', othersPerson.promoteOneself, 401, 403, 403, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (another’s access)', othersPerson.disable, 401, 403, 403, 200, 401, 401],
  ['POST /api/v1/scales', requests.addScale, 401, 403, 403, 201, 401, 401],
  ['PATCH /api/v1/desk', requests.editDesk, 401, 403, 403, 200, 401, 401],
  // oneself
  ['GET /api/v1/me', requests.readMe, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/people', requests.listPeople, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/people/{id}', requests.readPerson, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (one’s own name)', requests.editPerson, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (another’s name)', othersPerson.rename, 401, 403, 403, 403, 401, 401],
  ['POST /api/v1/me/password', requests.changePassword, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/tokens', requests.listTokens, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/tokens', requests.makeToken, 401, 201, 201, 201, 401, 401],
  ['DELETE /api/v1/tokens/{id} (one’s own)', requests.revokeToken, 401, 204, 204, 204, 401, 401],
  ['DELETE /api/v1/tokens/{id} (another’s)', othersPerson.revokeToken, 401, 404, 404, 404, 401, 401],
  ['DELETE /api/v1/sessions', requests.signOutEverywhere, 401, 204, 204, 204, 401, 401],
  // one-time links, from a page of ours: what counts is the secret
  ['POST /api/v1/setup', requests.setUp, 422, 422, 422, 422, 422, 422],
  ['POST /api/v1/invitations/acceptance', requests.acceptInvitation, 201, 201, 201, 201, 201, 201],
  ['POST /api/v1/links', requests.readLink, 200, 200, 200, 200, 200, 200],
  ['POST /api/v1/password-resets', requests.setPassword, 200, 200, 200, 200, 200, 200],
  ['POST /api/v1/sign-ins', requests.signInByLink, 200, 200, 200, 200, 200, 200],
  // the door
  ['GET /api/auth/{...all}', at('/api/auth/get-session'), 200, 200, 200, 200, 200, 200],
  ['POST /api/auth/{...all}', at('/api/auth/sign-up/email'), 404, 404, 404, 404, 404, 404],
  ['PATCH /api/auth/{...all}', at('/api/auth/get-session'), 404, 404, 404, 404, 404, 404],
  ['PUT /api/auth/{...all}', at('/api/auth/sign-in/email'), 404, 404, 404, 404, 404, 404],
  ['DELETE /api/auth/{...all}', at('/api/auth/sign-out'), 404, 404, 404, 404, 404, 404],
  // nothing else
  ['GET /api/v1/{...path}', at('/api/v1/users'), 404, 404, 404, 404, 404, 404],
  ['POST /api/v1/{...path}', at('/api/v1/users'), 404, 404, 404, 404, 404, 404],
  ['PATCH /api/v1/{...path}', at('/api/v1/users/1'), 404, 404, 404, 404, 404, 404],
  ['PUT /api/v1/{...path}', at('/api/v1/users/1'), 404, 404, 404, 404, 404, 404],
  ['DELETE /api/v1/{...path}', at('/api/v1/users/1'), 404, 404, 404, 404, 404, 404],
];

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let people: Record<Who, TestPerson>;
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
  people = {
    'signed out': scene.reviewer,
    reviewer: await newPerson('reviewer'),
    editor: await newPerson('editor'),
    administrator: await newPerson('admin'),
    disabled: await disabledPerson(),
    'revoked token': await withRevokedToken(),
  };
});
afterAll(() => desk.close());

/** Administrators both, who could do everything if they were let in. */
async function disabledPerson(): Promise<TestPerson> {
  const person = await newPerson('admin');
  value(await editPerson(may('read', scene.admin.actor), person.id, 'any', { disabled: true }));
  return person;
}
async function withRevokedToken(): Promise<TestPerson> {
  const person = await newPerson('admin');
  const own = may('read', person.actor);
  for (const { id } of await listTokens(own, { limit: 5 })) value(await revokeToken(own, id));
  return person;
}

/** Whoever asks shows a token, save strangers, who show nothing; the one-time links' pages send their Origin. */
const tokenOf = (each: Who): Caller | null => (each === 'signed out' ? null : { token: people[each].token });

async function ask(asks: string, prepare: Prepare, each: Who, as: Caller | null, from: string | null = origin) {
  const method = asks.split(' ', 1)[0]!;
  const { path, body, ifMatch } = await prepare(scene, people[each]);
  return call(method, path, { as, body, ifMatch, origin: from });
}

test('every handler has its row, and every row its handler', async () => {
  const rows = new Set(table.map(([asks]) => asks.replace(/ \(.*\)$/, '')));
  expect([...rows].sort()).toEqual(await allHandlers());
});

describe('what is answered to each', () => {
  test.each(table)('%s', async (asks, prepare, ...answers) => {
    const got: Record<string, number> = {};
    for (const each of who) got[each] = (await ask(asks, prepare, each, tokenOf(each))).status;
    expect(got).toEqual(Object.fromEntries(who.map((each, index) => [each, answers[index]])));
  });
});

describe('a browser’s session has the rights of its person', () => {
  const signedIn = ['reviewer', 'editor', 'administrator'] as const;
  test.each(table)('%s', async (asks, prepare, ...answers) => {
    for (const each of signedIn) {
      const cookie = await cookieOf(people[each]);
      const { status } = await ask(asks, prepare, each, { cookie });
      expect([each, status]).toEqual([each, answers[who.indexOf(each)]]);
    }
  });

  test('until the person is disabled', async () => {
    const person = await newPerson('admin');
    const cookie = await cookieOf(person);
    expect((await call('GET', '/api/v1/me', { as: { cookie } })).status).toBe(200);
    value(await editPerson(may('read', scene.admin.actor), person.id, 'any', { disabled: true }));
    expect((await call('GET', '/api/v1/me', { as: { cookie } })).status).toBe(401);
  });
});

const linesOfLog = () => database().read.$count(activity);
const writes = table.filter(([asks]) => !asks.startsWith('GET') && !asks.includes('{...'));
const foreign = [
  null,
  'null',
  'https://evil.example',
  'http://localhost:3001',
  'https://localhost:3000',
  `${origin}.evil.example`,
];

describe('a write with a cookie that does not come from a page of ours is refused and leaves no trace', () => {
  test.each(writes)('%s', async (asks, prepare) => {
    const { path, body, ifMatch } = await prepare(scene, people.administrator);
    const cookie = await cookieOf(people.administrator);
    const before = await linesOfLog();
    for (const from of foreign) {
      const answer = await call(asks.split(' ', 1)[0]!, path, { as: { cookie }, body, ifMatch, origin: from });
      expect([from, answer.status, answer.rules]).toEqual([from, 403, ['foreign-origin']]);
    }
    expect(await linesOfLog()).toBe(before);
  });
});

describe('an access token in the address is refused, whatever else is sent', () => {
  const throughTheDoor = table.filter(([asks]) => asks.includes('/api/v1/') && !asks.includes('{...'));
  test.each(throughTheDoor)('%s', async (asks, prepare) => {
    const { path, body, ifMatch } = await prepare(scene, people.administrator);
    const { token } = people.administrator;
    for (const query of [`access_token=${token}`, `token=x`, `Bearer=x`, `q=${token}`]) {
      const target = `${path}${path.includes('?') ? '&' : '?'}${query}`;
      const answer = await call(asks.split(' ', 1)[0]!, target, { as: { token }, body, ifMatch, origin });
      expect([query, answer.status, answer.rules]).toEqual([query, 400, ['token-in-query']]);
      expect(answer.text).not.toContain(token);
    }
  });
});

test('credentials that are not ours let nobody in', async () => {
  const { token } = people.administrator;
  const cookie = await cookieOf(people.administrator);
  const wrong = [
    '',
    'Bearer',
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Basic ${token}`,
    token,
    `Bearer  stet_`,
  ];
  for (const Authorization of wrong) {
    // a wrong token is not made good by a right cookie
    const { status } = await call('GET', '/api/v1/me', { headers: { Authorization, Cookie: cookie } });
    expect([Authorization, status]).toEqual([Authorization, 401]);
  }
  const unsigned = cookie.slice(0, cookie.lastIndexOf('.'));
  for (const each of [
    unsigned,
    `${unsigned}.${'A'.repeat(43)}=`,
    cookie.replace('=', '=a'),
    cookie.replace('3000', '3001'),
  ]) {
    expect((await call('GET', '/api/v1/me', { headers: { Cookie: each } })).status).toBe(401);
  }
});
