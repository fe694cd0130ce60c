import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishEdition } from '@/db/editions/publish';
import { contract } from '@/domain/contract';
import { article, edit } from '@/test/checking';
import { may, newPerson, openDesk, value } from '@/test/desk';
import { newScene, requests, routeNames, type Scene } from './requests';
import { approvedOn, waiting } from './requests/scene';
import { call } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let scene: Scene;
let as: { token: string };
beforeAll(async () => {
  desk = await openDesk();
  scene = await newScene();
  as = { token: scene.admin.token };
  await fill();
});
afterAll(() => desk.close());

/** Makes every list long enough to have pages. */
async function fill(): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    await newPerson('reviewer');
    await article(scene.reviewer.actor);
    await edit(scene.reviewer.actor, await waiting(scene), { assignee: scene.admin.id });
    await approvedOn(scene, scene.published);
    const correction = { note: `Number ${n}.`, tier: 'clarification' as const };
    value(await publishEdition(may('publish', scene.editor.actor), scene.published.id, correction, null));
    for (const name of ['invite', 'makeToken', 'addWebhook'] as const) {
      const { path, body } = await requests[name](scene, scene.admin);
      await call('POST', path, { as, body });
    }
  }
}

type List = { items: unknown[] };
const lists = routeNames.filter((name) => contract[name].paged);
/** Revisions after the first come with another issue; a search without words finds nothing, so it pages in its own test. */
const short = ['listRevisions', 'searchDesk'];

async function addressOf(name: (typeof lists)[number]): Promise<string> {
  const { path } = await requests[name]({ ...scene, article: scene.published }, scene.admin);
  return path.replace(/\?.*$/, '');
}

describe('a list', () => {
  test.each(lists)('%s gives the same items page by page as at once', async (name) => {
    const address = await addressOf(name);
    const { body: whole, headers } = await call<List>('GET', `${address}?limit=200`, { as });
    expect(headers.get('link')).toBeNull();
    if (!short.includes(name)) expect(whole.items.length).toBeGreaterThan(2);
    for (const limit of [1, 2, 3]) {
      const items: unknown[] = [];
      for (let next: string | null = `${address}?limit=${limit}&colour=blue`; next; ) {
        const page: { body: List; headers: Headers } = await call<List>('GET', next, { as });
        expect(page.body.items.length).toBeLessThanOrEqual(limit);
        items.push(...page.body.items);
        next = linked(page.headers);
        if (next) expect(next).toMatch(new RegExp(`^${address}\\?(?=.*limit=${limit}(&|$))(?=.*colour=blue)`));
      }
      expect(items).toEqual(whole.items);
    }
  });

  test.each(lists)('%s refuses a limit or a cursor that is none', async (name) => {
    const address = await addressOf(name);
    const wrong = ['limit=0', 'limit=201', 'limit=-1', 'limit=1.5', 'limit=', 'limit=all', 'limit=%00', 'limit=1e2'];
    for (const query of [
      ...wrong,
      'cursor=',
      'cursor=%00',
      'cursor=a%20b',
      `cursor=${'9'.repeat(65)}`,
      "cursor=1'--",
    ]) {
      expect([query, (await call('GET', `${address}?${query}`, { as })).status]).toEqual([query, 400]);
    }
    for (const query of ['limit=200', 'limit=1', 'cursor=0', 'cursor=999999999999999']) {
      expect([query, (await call('GET', `${address}?${query}`, { as })).status]).toEqual([query, 200]);
    }
    for (const query of ['cursor=zzzz', 'cursor=-1', 'cursor=9007199254740993', 'cursor=NaN', 'cursor=Infinity']) {
      expect([200, 400]).toContain((await call('GET', `${address}?${query}`, { as })).status);
    }
  });
});

const linked = (headers: Headers): string | null =>
  /^<(\/[^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null;
