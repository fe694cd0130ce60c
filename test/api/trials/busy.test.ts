import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Claim } from '@/domain/claim';
import type { TestPerson } from '@/test/desk';
import type { RunningServer } from '@/test/server';
import { trials } from '@/test/trials';
import { acknowledged, newWrite, read, send } from './client';
import { type TrialDesk, trialDesk } from './desk';

let desk: TrialDesk;
let server: RunningServer;
beforeAll(async () => {
  desk = await trialDesk();
  server = await desk.start();
}, 240_000);
afterAll(async () => {
  await server.stop();
  desk.remove();
});

test(
  'every acknowledged write is there after another process has held the database again and again',
  async () => {
    const turns = trials(1000);
    const holder = spawn(process.execPath, ['test/api/trials/holder.mjs', `file:${desk.file}`, String(turns)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let held = true;
    const ended = once(holder, 'exit').finally(() => {
      held = false;
    });
    const versions = new Map<string, string>();
    let writes = 0;
    let waited = 0;

    async function write({ token }: TestPerson): Promise<void> {
      while (held) {
        const body = { anchor: null, about: 'article', statement: `Claim ${writes}` };
        const made = await persist(
          token,
          newWrite({ method: 'POST', path: `/api/v1/articles/${desk.article.id}/claims`, body }),
        );
        const { id } = made.body as Claim;
        const change = newWrite({
          method: 'PATCH',
          path: `/api/v1/claims/${id}`,
          body: { rationale: 'x' },
          ifMatch: made.etag,
        });
        versions.set(id, (await persist(token, change)).etag);
        writes += 2;
      }
    }
    /** As a client should: what is refused as busy is sent again under its key. */
    async function persist(token: string, each: ReturnType<typeof newWrite>) {
      for (;;) {
        const outcome = await send(server.origin, token, each);
        if (outcome.status !== 503) return acknowledged(each, outcome);
        waited += 1;
      }
    }
    await Promise.all(desk.people.map(write));
    await ended;

    expect(holder.exitCode).toBe(0);
    for (const [id, etag] of versions) {
      expect((await read(server.origin, desk.people[0]!.token, `/api/v1/claims/${id}`)).etag).toBe(etag);
    }
    expect(await desk.verify()).toMatchObject({ holds: true });
    console.log(
      `${writes} of ${writes} acknowledged writes kept while the database was held ${turns} times; ${waited} answered 503`,
    );
    expect(writes).toBeGreaterThan(turns / 2);
  },
  Math.max(120_000, trials(1000) * 600),
);
