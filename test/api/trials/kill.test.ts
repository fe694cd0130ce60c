import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Claim } from '@/domain/claim';
import type { TestPerson } from '@/test/desk';
import type { RunningServer } from '@/test/server';
import { trials } from '@/test/trials';
import { acknowledged, newWrite, read, readAll, send, type Write } from './client';
import { type TrialDesk, trialDesk } from './desk';

let desk: TrialDesk;
beforeAll(async () => {
  desk = await trialDesk();
});
afterAll(() => desk.remove());

const claimsPath = () => `/api/v1/articles/${desk.article.id}/claims`;

/** What one client was told: the version of each of its claims after its last write, and the write that got no answer. */
type Client = {
  person: TestPerson;
  versions: Map<string, string>;
  claim: string | null;
  made: number;
  open: Write | null;
};

/** The next write of a client: now and then a new claim, else a change of its last one, or evidence for it. */
function next({ versions, claim, made, person }: Client): Write {
  if (claim === null || made % 6 === 0) {
    const body = { anchor: null, about: 'article', statement: `Claim ${made} of ${person.email}` };
    return newWrite({ method: 'POST', path: claimsPath(), body });
  }
  const path = `/api/v1/claims/${claim}`;
  if (made % 3 === 0) {
    const body = { source: { title: `Source ${made}` }, stance: 'context' };
    return newWrite({ method: 'POST', path: `${path}/evidence`, body });
  }
  return newWrite({ method: 'PATCH', path, body: { rationale: `Change ${made}.` }, ifMatch: versions.get(claim) });
}

async function make(origin: string, client: Client, write: Write): Promise<void> {
  const { etag, body } = acknowledged(write, await send(origin, client.person.token, write));
  if (write.path.endsWith('/claims')) client.claim = (body as Claim).id;
  client.versions.set(client.claim!, etag);
  client.made += 1;
  client.open = null;
}

/** Writes until the server is gone. */
async function write({ origin }: RunningServer, client: Client, ended: () => boolean): Promise<void> {
  while (!ended()) {
    client.open = next(client);
    try {
      await make(origin, client, client.open);
    } catch (error) {
      if (ended()) return;
      throw error;
    }
  }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await pause(5);
};

/** Eight clients write, and the server is killed in the middle of it. Returns how many writes were acknowledged. */
async function round(server: RunningServer, clients: Client[]): Promise<number> {
  const before = clients.reduce((sum, { made }) => sum + made, 0);
  let killed = false;
  const writing = Promise.all(clients.map((client) => write(server, client, () => killed)));
  // the pages of a new server are read from disk at the first request
  const warm = Promise.all(clients.map((client) => until(() => client.made > 0)));
  await Promise.race([warm.then(() => pause(Math.random() * 500)), writing]);
  killed = true;
  await server.stop('SIGKILL');
  await writing;
  return clients.reduce((sum, { made }) => sum + made, 0) - before;
}

/** Sends again what got no answer, and compares every claim with the version that was acknowledged last. */
async function check({ origin }: RunningServer, clients: Client[]): Promise<void> {
  for (const client of clients) {
    if (client.open) await make(origin, client, client.open);
    for (const [id, etag] of client.versions) {
      expect((await read(origin, client.person.token, `/api/v1/claims/${id}`)).etag).toBe(etag);
    }
  }
}

test(
  'every acknowledged write is there after the server was killed at any moment, and no write is made twice',
  async () => {
    const rounds = trials(50);
    let writes = 0;
    let claims = 0;
    let server = await desk.start();
    for (let n = 0; n < rounds; n += 1) {
      const clients = desk.people.map((person) => ({ person, versions: new Map(), claim: null, made: 0, open: null }));
      writes += await round(server, clients);
      server = await desk.start();
      await check(server, clients);
      claims += clients.reduce((sum, { versions }) => sum + versions.size, 0);
      // a write that was made twice would show here
      expect((await readAll(server.origin, desk.people[0]!.token, claimsPath())).length).toBe(claims);
    }
    await server.stop();
    expect(await desk.verify()).toMatchObject({ holds: true });
    console.log(`${writes} of ${writes} acknowledged writes were there after ${rounds} kills`);
    expect(writes).toBeGreaterThan(rounds * 8);
  },
  60_000 * trials(50),
);
