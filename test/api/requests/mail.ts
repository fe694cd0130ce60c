import { newId } from '@/db/ids';
import { switchOffToken } from '@/db/mail/switch-off';
import { keepTestMail } from '@/db/mail/test-message';
import type { mailRoutes } from '@/domain/contract/mail';
import { may, newPerson, value } from '@/test/desk';
import { at, type Prepare } from './request';
import type { Scene } from './scene';

/** A message that was sent, or refused. */
const sent = async ({ admin }: Scene, refused: string | null) => {
  const to = { name: 'Admin', address: admin.email };
  const message = { id: newId(), to, desk: 'The desk', content: { kind: 'test', by: 'Admin' } as const };
  const handing = refused === null ? ({ is: 'taken' } as const) : ({ is: 'refused', problem: refused } as const);
  return value(await keepTestMail(may('administer', admin.actor), message, handing));
};

export const mailRequests: Record<keyof typeof mailRoutes, Prepare> = {
  readMail: at('/api/v1/mail'),
  listMails: async (scene) => {
    for (const refused of [null, 'The mail server refused the address.', null]) await sent(scene, refused);
    return { path: '/api/v1/mail/messages?limit=2' };
  },
  testMail: at('/api/v1/mail/test'),
  switchMailOff: async () => ({ path: `/api/v1/unsubscriptions/${switchOffToken((await newPerson('reviewer')).id)}` }),
  askForReset: async (_scene, who) => ({ path: '/api/v1/password-resets/requests', body: { email: who.email } }),
};
