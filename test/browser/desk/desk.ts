import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import type { Page } from '@playwright/test';
import type { Role } from '@/domain/person';
import { newFolder } from '@/test/scratch';
import { startServer } from '../../server';
import { type Colleague, type Newcomer, newcomer, welcomed } from './people';
import type { Filled } from './sample';

/** A desk of its own for the tests of one file: a server over a new database, and an administrator who set it up. */
export type Desk = {
  /** the address of one of its pages */
  at: (path: string) => string;
  admin: Colleague;
  /** invites a person, who joins; without a name, one after the role */
  join: (role: Role, name?: string) => Promise<Colleague>;
  /** ends the server at once, as a power cut would */
  kill: () => Promise<unknown>;
  /** starts it again at the same address */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return String(port);
}

/** A server over a database in a folder of its own; `fill` may put something into it before the server starts. */
export async function serve<T>(fill: (environment: { DATABASE_URL: string }) => T, more: Record<string, string> = {}) {
  const folder = newFolder();
  // a port of its own, not any: after a restart people come back to the same address
  const environment = { ...more, DATABASE_URL: `file:${folder}/stet.db`, PORT: await freePort() };
  const filled = fill(environment);
  let server = await startServer(environment);
  const { origin, setupLink } = server;
  const restart = async () => {
    server = await startServer(environment);
  };
  const close = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  const at = (path: string) => `${origin}${path}`;
  return { origin, setupLink, filled, at, kill: () => server.stop('SIGKILL'), restart, close };
}

const secretIn = (link: string | null | undefined): string => {
  const [, secret] = link?.split('#') ?? [];
  if (!secret) throw new Error(`“${link}” is no one-time link`);
  return secret;
};

/** An empty desk, whose server may be given more variables. */
export async function openDesk(variables: Record<string, string> = {}): Promise<Desk> {
  const { origin, setupLink, at, kill, restart, close } = await serve(() => null, variables);
  const chief = newcomer('Aldo Brunner');
  const setUp = { secret: secretIn(setupLink), deskName: 'The Larkmoor Desk', ...chief };
  const admin = await welcomed(origin, '/api/v1/setup', setUp, chief);
  const join = async (role: Role, name: string = role) => {
    const { value } = await admin.call('invite', { body: { role } });
    const given: Newcomer = newcomer(name);
    return welcomed(origin, '/api/v1/invitations/acceptance', { secret: secretIn(value.link), ...given }, given);
  };
  return { at, admin, join, kill, restart, close };
}

export type SampleDesk = Pick<Desk, 'at' | 'close'> & {
  reviewer: Colleague;
  second: Colleague;
  editor: Colleague;
  admin: Colleague;
  article: { id: string; slug: string };
};

/** A desk filled by a script of this folder, with what that printed as JSON. */
export async function openFilled<T>(script: string) {
  const { origin, at, close, filled } = await serve((environment) => {
    const args = ['--import', 'tsx', `test/browser/desk/${script}.ts`];
    return JSON.parse(
      execFileSync(process.execPath, args, { env: { ...process.env, ...environment } }).toString(),
    ) as T;
  });
  const enter = ({ name, secret }: { name: string; secret: string }): Promise<Colleague> =>
    welcomed(origin, '/api/v1/sign-ins', { secret }, newcomer(name));
  return { at, close, filled, enter };
}

/** The desk that `npm run demo` shows: claims in every state, one edition, and a person for each role. */
export async function openSampleDesk(): Promise<SampleDesk> {
  const { at, close, filled, enter } = await openFilled<Filled>('sample');
  const [reviewer, second, editor, admin] = await Promise.all(filled.guests.map(enter));
  return { at, close, article: filled.article, reviewer: reviewer!, second: second!, editor: editor!, admin: admin! };
}

/** Gives a browser the session that a person has had since they joined: signing in by hand is rationed. */
export async function signIn(page: Page, { cookie }: Colleague): Promise<void> {
  await page.context().addCookies([cookie]);
}
