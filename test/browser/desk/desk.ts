import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Role } from '@/domain/person';
import { startServer } from '../../server';
import { type Colleague, cookieIn, joined, type Newcomer } from './people';

/** A desk of its own for the tests of one file: a server over a new database, and an administrator who set it up. */
export type Desk = {
  /** the address of one of its pages */
  at: (path: string) => string;
  admin: Colleague;
  /** invites a person, who joins; without a name, one after the role */
  join: (role: Role, name?: string) => Promise<Colleague>;
  close: () => Promise<void>;
};

const setupSecret = (link: string | null): string => {
  const [, secret] = link?.split('#') ?? [];
  if (!secret) throw new Error('The server printed no setup link');
  return secret;
};

export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-desk-'));
  const { origin, setupLink, stop } = await startServer({ DATABASE_URL: `file:${folder}/stet.db` });
  const chief = newcomer('Aldo Brunner');
  const secret = setupSecret(setupLink);
  const admin = await joined(origin, '/api/v1/setup', { secret, deskName: 'The Larkmoor Desk', ...chief }, chief);
  return {
    at: (path) => `${origin}${path}`,
    admin,
    join: async (role, name = role) => {
      const invited = await admin.call('invite', { body: { role } });
      const given = newcomer(name);
      const link = { secret: invited.value.link.split('#')[1], ...given };
      return joined(origin, '/api/v1/invitations/acceptance', link, given);
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

let many = 0;
const newcomer = (name: string): Newcomer => {
  many += 1;
  return { name, email: `person-${many}@desk.example`, password: 'correct horse battery staple' };
};

/** Gives a browser the session that a person has had since they joined: signing in by hand is rationed. */
export async function signIn(page: Page, { cookie }: Colleague): Promise<void> {
  await page.context().addCookies([cookie]);
}

export { cookieIn };
