import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activity } from '@/domain/activity';
import type { Claim } from '@/domain/claim';
import type { RunningServer } from '@/test/server';
import { trials } from '@/test/trials';
import { readAll } from './client';
import { type TrialDesk, trialDesk } from './desk';
import { type LiveClient, liveClient } from './live-client';

const CLIENTS = 10;
const CLAIMS = 20;
const WRITES = trials(2000);
/** In full five minutes. */
const LASTS = trials(300) * 1000;

let desk: TrialDesk;
let servers: [RunningServer, RunningServer];
let clients: LiveClient[];
beforeAll(async () => {
  desk = await trialDesk(CLIENTS);
  servers = [await desk.start(), await desk.start()];
}, 240_000);
afterAll(async () => {
  for (const client of clients) client.close();
  await Promise.all(servers.map((server) => server.stop()));
  desk.remove();
});

const token = () => desk.people[0]!.token;
const claimsNow = () => readAll<Claim>(servers[1].origin, token(), `/api/v1/articles/${desk.article.id}/claims`);
const logNow = async () =>
  (await readAll<Activity>(servers[1].origin, token(), `/api/v1/articles/${desk.article.id}/activity`))
    .map(({ id }) => Number(id))
    .reverse();

const until = async (holds: () => boolean, what: string, patience = 60_000) => {
  for (const end = Date.now() + patience; !holds(); await pause(50)) {
    if (Date.now() > end) throw new Error(`Not within ${patience / 1000} s: ${what}`);
  }
};

const fields = ['statement', 'rationale'] as const;
let added = 0;

/**
 * A write of a client: to a field that is theirs of one of the claims all work on, so that versions collide all the time
 * and no two people want the same words; or evidence, to any of them.
 */
function write({ workspace }: LiveClient, who: number, n: number, ids: readonly string[]): void {
  const id = ids[(who * 7 + n * 3) % ids.length]!;
  if (n % 5 === 0) {
    added += 1;
    workspace.addEvidence(id, { source: { title: `Source ${who} ${n}` }, stance: 'context' });
    return;
  }
  const mine = ids.flatMap((claim, at) =>
    fields.flatMap((field, f) => ((at * 2 + f) % CLIENTS === who ? [{ claim, field }] : [])),
  );
  const { claim, field } = mine[n % mine.length]!;
  workspace.edit(claim, { [field]: `Words ${n} of colleague ${who}.` });
}

async function work(client: LiveClient, who: number, ids: readonly string[]): Promise<void> {
  const many = WRITES / CLIENTS;
  for (let n = 0; n < many; n += 1) {
    write(client, who, n, ids);
    await pause((LASTS / many) * (0.5 + Math.random()));
  }
}

test(
  'ten colleagues at one article, two servers of one database, one of them killed and started again: all end with what the desk has',
  async () => {
    const origins = () => [servers[0].origin, servers[1].origin] as const;
    const since = (await logNow()).at(-1)!;
    clients = desk.people.map((person, n) => liveClient(person, desk.article, origins, n % 2 ? 1 : 0, since));
    for (let n = 0; n < CLAIMS; n += 1) clients[n % CLIENTS]!.workspace.make({ about: 'article' });
    const known = ({ workspace }: LiveClient) => workspace.outbox.state().known;
    await until(() => clients.every((client) => known(client).size === CLAIMS), 'every client knows every claim');
    const ids = [...known(clients[0]!).keys()].sort();

    const working = Promise.all(clients.map((client, who) => work(client, who, ids)));
    await pause(LASTS * 0.4);
    await servers[0].stop('SIGKILL');
    await pause(LASTS * 0.1);
    servers[0] = await desk.start();
    await working;
    await until(() => clients.every(({ workspace }) => workspace.outbox.state().queue.length === 0), 'all is sent');

    const log = await logNow();
    const expected = log.filter((seq) => seq > since);
    await until(() => clients.every(({ heard }) => heard.at(-1) === log.at(-1)), 'all is heard');
    const now = new Map((await claimsNow()).map((claim) => [claim.id, claim]));
    const same = (client: LiveClient) =>
      [...known(client)].every(([id, claim]) => JSON.stringify(claim) === JSON.stringify(now.get(id)));
    await until(() => clients.every(same), 'every client has what the desk has', 10_000).catch(() => undefined);

    for (const client of clients) {
      expect(new Map(known(client))).toEqual(now);
      expect([client.heard, client.anew()]).toEqual([expected, 0]);
    }
    expect([...now.values()].reduce((sum, { evidence }) => sum + evidence.length, 0)).toBe(added);
    expect(await desk.verify()).toMatchObject({ holds: true });
    console.log(
      `${CLIENTS} clients, ${WRITES} writes and ${CLAIMS} claims in ${LASTS / 1000} s, ${expected.length} lines of the log: each client heard each once, and ended with what the desk has`,
    );
  },
  LASTS + 240_000,
);
