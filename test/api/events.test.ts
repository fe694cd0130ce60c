import { sql } from 'drizzle-orm';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MOST_STREAMS } from '@/app/api/door/places';
import { createClaim } from '@/db/claims/create';
import { database } from '@/db/client';
import { MOST_MISSED } from '@/db/events/follow';
import { readHeads } from '@/db/events/read';
import { recordAll } from '@/db/log';
import { editPerson } from '@/db/people/people';
import { signOutEverywhere } from '@/db/people/sessions';
import { tellPresence } from '@/db/presence/tell';
import { presences } from '@/db/schema';
import { HEARTBEAT, type Message } from '@/domain/event';
import type { Presence, TabPlace } from '@/domain/presence';
import { article, current, edit, selection } from '@/test/checking';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';
import { type Listener, listenTo } from '@/test/listening';
import { handlerFor } from './handlers';
import { cookieOf } from './requests';
import { type Caller, call, origin, requestOf } from './router';

let desk: Awaited<ReturnType<typeof openDesk>>;
let maya: TestPerson;
let tom: TestPerson;
let admin: TestPerson;
let ferry: Awaited<ReturnType<typeof article>>;
let open: Listener[];
beforeAll(async () => {
  desk = await openDesk();
  maya = await newPerson('reviewer', 'Maya Lind');
  tom = await newPerson('editor', 'Tom Reed');
  admin = await newPerson('admin');
  ferry = await article(maya.actor);
});
beforeEach(() => {
  open = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.map((listener) => listener.leave()));
});
afterAll(() => desk.close());

const ofFerry = () => `/api/v1/articles/${ferry.id}/events`;

async function answer(path: string, as: Caller, after?: string): Promise<Response> {
  const url = new URL(path, origin);
  const { handler, params } = (await handlerFor('GET', url.pathname))!;
  const headers: Record<string, string> = after === undefined ? {} : { 'Last-Event-ID': after };
  return handler!(requestOf('GET', url, { as, headers }), { params: Promise.resolve(params) });
}

async function listen(path: string, as: Caller, after?: string): Promise<Listener> {
  const listener = await listenTo(await answer(path, as, after));
  open.push(listener);
  await listener.until((messages) => messages.length > 0);
  return listener;
}

const newClaim = async (on = ferry) =>
  value(await createClaim(may('annotate', maya.actor), on.id, { anchor: selection(on.text, 'The ferry') }));

const told = (many: number) => (messages: Message[]) =>
  messages.filter(({ event }) => event === 'activity').length >= many;

describe('whoever follows an article', () => {
  test('is told what is done in it, by whom and to what, and not what it says', async () => {
    const listener = await listen(ofFerry(), tom);
    const claim = await newClaim();
    await listener.until(told(1));
    expect(listener.events()).toEqual([
      {
        id: listener.last(),
        at: expect.any(String),
        by: maya.id,
        type: 'claim.created',
        articleId: ferry.id,
        claimId: claim.id,
        subject: null,
      },
    ]);
  });

  test('hears nothing of other articles, whoever follows the desk hears of all', async () => {
    const [of, all] = [await listen(ofFerry(), tom), await listen('/api/v1/events', tom)];
    const other = await article(maya.actor);
    await newClaim(other);
    await newClaim();
    await all.until(told(3));
    await of.until(told(1));
    expect(of.events().map(({ articleId }) => articleId)).toEqual([ferry.id]);
    expect(all.events().map(({ type }) => type)).toEqual(['article.imported', 'claim.created', 'claim.created']);
  });

  test('goes on from Last-Event-ID: nothing is missed and nothing said twice', async () => {
    const first = await listen(ofFerry(), tom);
    await newClaim();
    await first.until(told(1));
    await first.leave();
    await newClaim();
    await newClaim();
    const second = await listen(ofFerry(), tom, first.last());
    const claim = await newClaim();
    await second.until(told(3));
    const all = [...first.numbers(), ...second.numbers()];
    expect(new Set(all).size).toBe(4);
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect(second.events().at(-1)?.claimId).toBe(claim.id);
  });

  test('is told nothing twice or out of order while others write and it comes and goes', async () => {
    const start = (await readHeads()).log;
    let after = String(start);
    const heard: number[] = [];
    let writing = true;
    const others = (async () => {
      const claim = await newClaim();
      for (let n = 0; n < 60; n += 1) await edit(maya.actor, await current(maya.actor, claim), { rationale: `${n}` });
      writing = false;
    })();
    while (writing) {
      const listener = await listen(ofFerry(), tom, after);
      await listener.until((messages) => messages.length > 3 || !writing).catch(() => undefined);
      await listener.leave();
      heard.push(...listener.numbers());
      after = listener.last();
    }
    await others;
    const { log } = await readHeads();
    const rest = await listen(ofFerry(), tom, after);
    if (Number(after) < log) await rest.until(() => rest.numbers().at(-1) === log);
    heard.push(...rest.numbers());
    expect(heard).toEqual(Array.from({ length: 61 }, (_, index) => start + 1 + index));
  });

  test('is told to read the state anew when more was missed than is told one by one, or the id is of no log', async () => {
    const { log } = await readHeads();
    const line = { type: 'claim.changed', articleId: ferry.id } as const;
    await database().write((tx) =>
      recordAll(
        tx,
        maya.actor,
        Array.from({ length: MOST_MISSED + 1 }, () => line),
      ),
    );
    const late = await listen(ofFerry(), tom, String(log));
    expect(late.messages[0]).toEqual({ event: 'behind', data: { head: log + MOST_MISSED + 1 } });
    const just = await listen(ofFerry(), tom, String(log + 1));
    expect(just.messages[0]?.event).toBe('ready');
    await just.until(told(MOST_MISSED));
    expect((await listen(ofFerry(), tom, '999999999')).messages[0]?.event).toBe('behind');
  });

  test('gives a number as Last-Event-ID, or is told so', async () => {
    const refused = await call('GET', ofFerry(), { as: tom, headers: { 'Last-Event-ID': 'yesterday' } });
    expect([refused.status, refused.rules]).toEqual([400, ['last-event-id']]);
    expect((await call('GET', '/api/v1/articles/none/events', { as: tom })).status).toBe(404);
  });

  test('hears of what other processes write, though this one writes nothing', async () => {
    const listener = await listen(ofFerry(), tom);
    const other = new Database(`${desk.folder}/stet.db`);
    other
      .prepare('insert into presences (person_id, tab, article_id, ends_at, turn) values (?, ?, ?, unixepoch() + 9, ?)')
      .run(maya.id, 'tab-elsewhere', ferry.id, 5000);
    other.close();
    await listener.until((messages) => messages.some(({ event }) => event === 'presence'));
    value(await tellPresence(may('read', maya.actor), { tabs: [], gone: ['tab-elsewhere'] }));
  });

  test('has no more streams than a person may, and others have theirs; one that is closed gives its place back', async () => {
    for (let n = 0; n < MOST_STREAMS; n += 1) await listen(ofFerry(), tom);
    const refused = await call('GET', ofFerry(), { as: tom });
    expect([refused.status, refused.rules, refused.headers.get('retry-after')]).toEqual([
      429,
      ['too-many-streams'],
      '5',
    ]);
    expect((await call('GET', ofFerry(), { as: maya })).status).toBe(200);
    await open.pop()!.leave();
    expect((await call('GET', ofFerry(), { as: tom })).status).toBe(200);
  });

  test('is given an answer that nobody on the way keeps, compresses or gathers', async () => {
    const { headers } = await call('GET', ofFerry(), { as: tom });
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });
});

describe('rights are asked again', () => {
  test('at once when a person is disabled', async () => {
    const person = await newPerson('admin');
    const [listener, other] = [await listen(ofFerry(), person), await listen(ofFerry(), tom)];
    value(await editPerson(may('read', admin.actor), person.id, 'any', { disabled: true }));
    await listener.ended;
    expect(listener.messages.at(-1)).toEqual({ event: 'end', data: { reason: 'signed-out' } });
    await newClaim();
    await other.until(told(1));
  });

  test('at once when a session is ended everywhere', async () => {
    const cookie = await cookieOf(tom);
    const listener = await listen(ofFerry(), { cookie });
    value(await signOutEverywhere(may('read', tom.actor)));
    await listener.ended;
    expect(listener.messages.at(-1)?.event).toBe('end');
  });

  test('at each heartbeat, whatever ended a session', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const cookie = await cookieOf(maya);
    const listener = await listen(ofFerry(), { cookie });
    await vi.advanceTimersByTimeAsync(HEARTBEAT * 1000);
    expect(listener.messages.at(-1)?.event).not.toBe('end');
    await database().client.execute('delete from sessions');
    await vi.advanceTimersByTimeAsync(HEARTBEAT * 1000);
    await listener.ended;
    expect(listener.messages.at(-1)?.event).toBe('end');
  });
});

describe('who is in an article', () => {
  const place = (tab: string, more: Partial<TabPlace> = {}): TabPlace => ({
    ...{ tab, articleId: ferry.id, claimId: null, field: null },
    ...more,
  });
  const present = ({ messages }: Listener): Presence['present'] =>
    messages.findLast((message) => message.event === 'presence')?.data.present ?? [];
  const tell = (tabs: TabPlace[], gone?: string[]) => tellPresence(may('read', maya.actor), { tabs, gone });

  test('is told to all who follow it, with the claim that is open and where they are typing, until they leave', async () => {
    const claim = await newClaim();
    const listener = await listen(ofFerry(), tom);
    value(await tell([place('tab-of-maya-1', { claimId: claim.id, field: 'statement' })]));
    await listener.until(() => present(listener).length === 1);
    expect(present(listener)).toEqual([
      { personId: maya.id, name: 'Maya Lind', claimId: claim.id, field: 'statement' },
    ]);
    const late = await listen('/api/v1/events', tom);
    await late.until(() => present(late).length === 1);
    value(await tell([], ['tab-of-maya-1']));
    await listener.until(() => present(listener).length === 0);
  });

  test('is forgotten when their machine dies: the lease ends by itself', async () => {
    const listener = await listen(ofFerry(), tom);
    value(await tell([place('tab-of-maya-2')]));
    await listener.until(() => present(listener).length === 1);
    // as if the lease had begun long ago; nobody writes any more from here on
    await database().write((tx) => tx.update(presences).set({ endsAt: sql`unixepoch() + 1`, turn: 10_000 }));
    await listener.until(() => present(listener).length === 0);
  });

  test('is prolonged without anybody being told', async () => {
    value(await tell([place('tab-of-maya-3')]));
    const { presence } = await readHeads();
    value(await tell([place('tab-of-maya-3')]));
    expect((await readHeads()).presence).toBe(presence);
    value(await tell([], ['tab-of-maya-3']));
    expect((await readHeads()).presence).toBeGreaterThan(presence);
  });

  test('is not told of a claim of another article, nor of an article that is not there', async () => {
    const other = await newClaim(await article(maya.actor));
    const listener = await listen(ofFerry(), tom);
    value(await tell([place('tab-of-maya-4', { claimId: other.id, field: 'rationale' })]));
    await listener.until(() => present(listener).length === 1);
    expect(present(listener)[0]).toMatchObject({ claimId: null, field: null });
    expect(rules(await tell([place('tab-of-maya-5', { articleId: 'none' })]))).toEqual(['no-such-article']);
  });

  test('writes no line of the log', async () => {
    const { log } = await readHeads();
    value(await tell([place('tab-of-maya-6')]));
    expect((await readHeads()).log).toBe(log);
  });
});
