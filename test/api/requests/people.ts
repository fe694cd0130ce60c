import { readDesk } from '@/db/people/desk';
import { invite } from '@/db/people/invitations';
import { resetLink, signInLink } from '@/db/people/passwords';
import { readPerson } from '@/db/people/people';
import { makeToken } from '@/db/people/tokens';
import { etagOf } from '@/domain/canonical';
import type { peopleRoutes } from '@/domain/contract/people';
import shipped from '@/domain/scales.json';
import { may, newPerson, type TestPerson, value } from '@/test/desk';
import { at, type Prepare } from './request';
import { password, type Scene, withPassword } from './scene';

let many = 0;
const another = (): number => ++many;

/** A change of a person, made against the version that whoever makes it has read. */
const changing =
  (whom: (scene: Scene, who: TestPerson) => TestPerson | Promise<TestPerson>, body: unknown): Prepare =>
  async (scene, who) => {
    const { id } = await whom(scene, who);
    const person = value(await readPerson(may('read', who.actor), id));
    return { path: `/api/v1/people/${id}`, body, ifMatch: etagOf(person) };
  };
const somebodyElse = () => newPerson('reviewer');

const invited = async ({ admin }: Scene, email: string) =>
  value(await invite(may('administer', admin.actor), { role: 'reviewer', email, name: 'Newcomer' }));
const newAddress = (): string => `newcomer.${another()}@desk.example`;

const links: Pick<
  Record<keyof typeof peopleRoutes, Prepare>,
  'setUp' | 'acceptInvitation' | 'readLink' | 'setPassword' | 'signInByLink'
> = {
  setUp: async () => {
    const person = { name: 'First', email: 'first@desk.example', password };
    return {
      path: '/api/v1/setup',
      body: { secret: 's'.repeat(43), ...person, deskName: 'The desk', size: 'several' },
    };
  },
  acceptInvitation: async (scene) => {
    const email = newAddress();
    const { secret } = await invited(scene, email);
    return { path: '/api/v1/invitations/acceptance', body: { secret, name: 'Newcomer', email, password } };
  },
  readLink: async (scene) => {
    const { secret } = await invited(scene, newAddress());
    return { path: '/api/v1/links', body: { secret } };
  },
  setPassword: async ({ admin }) => {
    const { id } = await newPerson('reviewer');
    const { secret } = value(await resetLink(may('administer', admin.actor), id));
    return { path: '/api/v1/password-resets', body: { secret, password } };
  },
  signInByLink: async ({ admin }) => {
    const { id } = await newPerson('reviewer');
    const { secret } = value(await signInLink(may('administer', admin.actor), id));
    return { path: '/api/v1/sign-ins', body: { secret } };
  },
};

export const peopleRequests: Record<keyof typeof peopleRoutes, Prepare> = {
  ...links,
  readMe: at('/api/v1/me'),
  listPeople: at('/api/v1/people?limit=3'),
  readPerson: async ({ editor }) => ({ path: `/api/v1/people/${editor.id}` }),
  editPerson: changing((_scene, who) => who, { name: 'Ada Reed', credit: 'A. Reed' }),
  changePassword: async (_scene, who) => {
    await withPassword(who);
    return { path: '/api/v1/me/password', body: { current: password, password: 'another long password' } };
  },
  resetPassword: async () => ({ path: `/api/v1/people/${(await somebodyElse()).id}/password-reset` }),
  invite: async () => ({
    path: '/api/v1/invitations',
    body: { role: 'editor', email: newAddress(), name: 'Newcomer', days: 3 },
  }),
  listInvitations: at('/api/v1/invitations?limit=5'),
  revokeInvitation: async (scene) => ({ path: `/api/v1/invitations/${(await invited(scene, newAddress())).id}` }),
  listTokens: at('/api/v1/tokens?limit=5'),
  makeToken: async () => ({ path: '/api/v1/tokens', body: { name: 'Export script' } }),
  revokeToken: async (_scene, who) => {
    const { id } = value(await makeToken(may('read', who.actor), 'Old laptop'));
    return { path: `/api/v1/tokens/${id}` };
  },
  signOutEverywhere: at('/api/v1/sessions'),
  readDesk: at('/api/v1/desk'),
  editDesk: async ({ admin }) => {
    const desk = await readDesk(may('read', admin.actor));
    return {
      path: '/api/v1/desk',
      body: { name: `The Ellery desk ${another()}`, size: 'several' },
      ifMatch: etagOf(desk),
    };
  },
  listScales: at('/api/v1/scales?limit=2'),
  addScale: async () => {
    const { version, ...scale } = shipped[0]!;
    return { path: '/api/v1/scales', body: { ...scale, id: `plain-${another()}` } };
  },
};

/** Requests that concern somebody else. */
export const othersPerson = {
  rename: changing(somebodyElse, { name: 'Somebody' }),
  promote: changing(somebodyElse, { role: 'admin' }),
  disable: changing(somebodyElse, { disabled: true }),
  promoteOneself: changing((_scene, who) => who, { role: 'admin' }),
  revokeToken: async ({ editor }) => {
    const { id } = value(await makeToken(may('read', editor.actor), 'Theirs'));
    return { path: `/api/v1/tokens/${id}` };
  },
} satisfies Record<string, Prepare>;
