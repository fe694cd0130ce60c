import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activity } from '@/domain/activity';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { ProblemDocument } from '@/domain/contract/route';
import type { TestPerson } from '@/test/desk';
import type { RunningServer } from '@/test/server';
import { trials } from '@/test/trials';
import { acknowledged, newWrite, type Outcome, read, readAll, send } from './client';
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

type Seen = { etag: string; claim: Claim };

/** A refusal must hold the claim as it is now, with its version. */
function currentOf({ status, etag, body }: Outcome): Seen {
  expect([status, (body as ProblemDocument).problems?.map(({ rule }) => rule)]).toEqual([412, ['stale']]);
  const claim = (body as ProblemDocument).current as Claim;
  expect(etagOf(claim)).toBe(etag);
  return { etag, claim };
}

test(
  'no update is lost when eight people edit one claim at once',
  async () => {
    const many = trials(1000);
    const created = newWrite({
      method: 'POST',
      path: `/api/v1/articles/${desk.article.id}/claims`,
      body: { anchor: null, about: 'article', statement: 'The ferry counts its passengers.' },
    });
    const made = acknowledged(created, await send(server.origin, desk.people[0]!.token, created));
    const { id } = made.body as Claim;
    const path = `/api/v1/claims/${id}`;
    const words: string[] = [];
    let refused = 0;

    /** Adds a word of its own to what it saw last, again and again. */
    async function edit({ token }: TestPerson, name: number): Promise<void> {
      let seen: Seen = { etag: made.etag, claim: made.body as Claim };
      for (let n = 0; words.length < many; ) {
        const word = `${name}.${n}`;
        const body = { rationale: `${seen.claim.rationale} ${word}`.trim() };
        const outcome = await send(server.origin, token, newWrite({ method: 'PATCH', path, body, ifMatch: seen.etag }));
        if (outcome.status === 200) {
          words.push(word);
          seen = { etag: outcome.etag, claim: outcome.body as Claim };
          n += 1;
        } else {
          refused += 1;
          seen = currentOf(outcome);
        }
      }
    }
    await Promise.all(desk.people.map(edit));

    const { body: claim } = await read<Claim>(server.origin, desk.people[0]!.token, path);
    expect(claim.rationale.split(' ').sort()).toEqual(words.sort());
    expect(await changesInLog(id)).toBe(words.length);
    console.log(`${words.length} updates, none lost; ${refused} refused, each with the claim as it stood`);
    expect(refused).toBeGreaterThan(0);
  },
  Math.max(120_000, trials(1000) * 600),
);

/** How many lines of the log tell of a change of this claim. */
async function changesInLog(claim: string): Promise<number> {
  const path = `/api/v1/articles/${desk.article.id}/activity?claim=${claim}`;
  const lines = await readAll<Activity>(server.origin, desk.people[0]!.token, path);
  return lines.filter(({ type }) => type === 'claim.changed').length;
}
