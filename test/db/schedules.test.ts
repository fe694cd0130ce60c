import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { nextEdition } from '@/db/editions/next';
import { verifyEditions } from '@/db/editions/verify';
import { liftHold, setHold } from '@/db/holds/hold';
import { editPerson } from '@/db/people/people';
import { publishDue } from '@/db/schedules/due';
import { scheduleOf } from '@/db/schedules/rows';
import { scheduleEdition, unscheduleEdition } from '@/db/schedules/schedule';
import { activity, editions } from '@/db/schema';
import { etagOf } from '@/domain/canonical';
import type { SetSchedule } from '@/domain/contract/schedules';
import { minutesLate } from '@/domain/schedule';
import { type Checking, checking } from '@/test/builders/checked';
import { may, newPerson, openDesk, rules, type TestPerson, value } from '@/test/desk';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: TestPerson;
let at: Checking;
let claim: string;
beforeAll(async () => {
  desk = await openDesk();
  admin = await newPerson('admin');
});
beforeEach(async () => {
  at = await checking();
  claim = await at.approved('41,200 containers');
});
afterAll(() => desk.close());

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);
const hour = inHours(1);
/** What a server does at a time: everything that is due then. */
const serverAt = async (now: Date) => {
  let settled = 0;
  while (await publishDue(now)) settled += 1;
  return settled;
};
const schedule = (request: Partial<SetSchedule> = {}, expected: string[] | null = null) =>
  scheduleEdition(may('publish', at.editor.actor), at.article.id, { at: hour.toISOString(), ...request }, expected);
const unschedule = () => unscheduleEdition(may('publish', at.editor.actor), at.article.id);
const standing = () => scheduleOf(database().read, at.article.id);
const out = () => database().read.select().from(editions).where(eq(editions.articleId, at.article.id));
const logged = async (...types: string[]) =>
  (await database().read.select().from(activity).where(eq(activity.articleId, at.article.id))).filter(({ type }) =>
    types.some((each) => type.startsWith(each)),
  );
const hold = (until: Date | null) =>
  setHold(may('publish', at.editor.actor), at.article.id, {
    kind: until ? 'embargo' : 'legal',
    until: until?.toISOString() ?? null,
    reason: 'The report is embargoed.',
  });

describe('a scheduled edition', () => {
  test('waits for its hour and is then published in the name of who scheduled it', async () => {
    const made = value(await schedule());
    expect(made).toMatchObject({ state: 'waiting', number: 1, at: hour.toISOString(), scheduledBy: at.editor.id });
    expect(await serverAt(new Date(hour.getTime() - 1))).toBe(0);
    expect(await out()).toEqual([]);
    expect(await serverAt(hour)).toBe(1);
    const [edition] = await out();
    expect(edition).toMatchObject({ number: 1, publishedBy: at.editor.id });
    expect(await standing()).toMatchObject({ state: 'published', number: 1, problems: [] });
    const [published] = await logged('edition.published');
    expect(published?.by).toBe(at.editor.id);
    expect((await verifyEditions()).broken).toBeNull();
    expect(await serverAt(inHours(2))).toBe(0);
  });

  test('is published once, however many servers find it due', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, () => checking()));
    for (const other of others) {
      await other.approved('41,200 containers');
      const permit = may('publish', other.editor.actor);
      value(await scheduleEdition(permit, other.article.id, { at: hour.toISOString() }, null));
    }
    value(await schedule());
    await Promise.all(Array.from({ length: 5 }, () => serverAt(hour)));
    for (const { article } of [at, ...others]) {
      const found = await database().read.select().from(editions).where(eq(editions.articleId, article.id));
      expect(found.map(({ number }) => number)).toEqual([1]);
    }
  });

  test('whose hour passed while no server ran comes out late, and says by how much', async () => {
    value(await schedule());
    await serverAt(inHours(4));
    expect(minutesLate((await standing())!)).toBe(180);
    expect((await out()).length).toBe(1);
  });

  test('is one for an article: scheduling again takes its place, and it can be taken back', async () => {
    value(await schedule());
    const later = inHours(5);
    value(await schedule({ at: later.toISOString() }));
    expect(await serverAt(inHours(2))).toBe(0);
    value(await unschedule());
    expect(await standing()).toBeNull();
    expect(await serverAt(inHours(9))).toBe(0);
    value(await unschedule());
    expect((await logged('edition.')).map(({ type }) => type)).toEqual([
      'edition.scheduled',
      'edition.scheduled',
      'edition.unscheduled',
    ]);
  });

  test('gives way to one that is published by hand', async () => {
    value(await schedule());
    value(await at.publish());
    expect(await standing()).toBeNull();
    expect(await serverAt(inHours(2))).toBe(0);
    expect((await out()).length).toBe(1);
    expect((await logged('edition.')).map(({ type }) => type)).toEqual([
      'edition.scheduled',
      'edition.unscheduled',
      'edition.published',
    ]);
  });

  test('needs at once what publishing needs, and a time that is to come', async () => {
    expect(rules(await schedule({ at: inHours(-1).toISOString() }))).toEqual(['schedule-time']);
    expect(rules(await schedule({ asLastApproved: ['none'] }))).toEqual(['approved-before']);
    await at.drop(claim);
    expect(rules(await schedule())).toEqual(['needs-claim']);
    expect(await standing()).toBeNull();
  });

  test('is scheduled against the preview that was seen', async () => {
    const { version } = value(await nextEdition(may('read', at.editor.actor), at.article.id, []));
    const seen = [etagOf(version)];
    await at.approved('300 people');
    expect(rules(await schedule({}, seen))).toEqual(['stale']);
  });

  test('may wait for the end of an embargo, not beyond it', async () => {
    value(await hold(hour));
    const { version } = value(await nextEdition(may('read', at.editor.actor), at.article.id, []));
    expect(rules(await schedule({ at: new Date(hour.getTime() - 60_000).toISOString() }))).toEqual(['on-hold']);
    expect(value(await schedule({}, [etagOf(version)])).state).toBe('waiting');
    value(await hold(null));
    expect(rules(await schedule())).toEqual(['on-hold']);
  });
});

describe('an edition that fails at its hour', () => {
  test('is not published: what was wrong is kept and logged, with the claim that breaks it', async () => {
    value(await schedule());
    await at.edit(claim, { statement: 'Other words.' });
    await serverAt(hour);
    expect(await out()).toEqual([]);
    const { state, problems } = (await standing())!;
    expect(state).toBe('failed');
    expect(problems.map(({ rule, claimId }) => [rule, claimId])).toEqual([
      ['needs-claim', undefined],
      ['scheduled-claim', claim],
    ]);
    const [failed] = await logged('edition.schedule-failed');
    expect(failed?.by).toBeNull();
    expect(await serverAt(inHours(2))).toBe(0);
  });

  test('had a hold set meanwhile', async () => {
    value(await schedule());
    value(await hold(null));
    await serverAt(hour);
    expect((await standing())?.problems.map(({ rule }) => rule)).toEqual(['on-hold']);
    value(await liftHold(may('publish', at.editor.actor), at.article.id));
    expect(value(await at.publish()).number).toBe(1);
    expect(await standing()).toBeNull();
  });

  test('was scheduled by somebody who may not publish any more', async () => {
    for (const patch of [{ disabled: true }, { role: 'reviewer' as const }]) {
      at = await checking();
      await at.approved('41,200 containers');
      value(await schedule());
      value(await editPerson(may('read', admin.actor), at.editor.id, 'any', patch));
      await serverAt(hour);
      expect((await standing())?.problems.map(({ rule }) => rule)).toEqual(['scheduler-may-not-publish']);
      expect(await out()).toEqual([]);
    }
  });

  test('because something broke down is told too, and not tried for ever', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    value(await schedule());
    await database().write((tx) => tx.run(sql`update schedules set seen = '{}' where article_id = ${at.article.id}`));
    expect(await serverAt(hour)).toBe(1);
    expect((await standing())?.problems.map(({ rule }) => rule)).toEqual(['went-wrong']);
    expect(await out()).toEqual([]);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });

  test('keeps no other from coming out', async () => {
    value(await schedule());
    await at.drop(claim);
    const other = await checking();
    await other.approved('41,200 containers');
    const permit = may('publish', other.editor.actor);
    value(await scheduleEdition(permit, other.article.id, { at: hour.toISOString() }, null));
    await serverAt(hour);
    const found = await database().read.select().from(editions).where(eq(editions.articleId, other.article.id));
    expect(found.length).toBe(1);
  });

  test('takes along what was approved since, in a claim of its own', async () => {
    value(await schedule());
    await at.approved('300 people', { statement: 'The terminal will employ 300 people.' });
    await serverAt(hour);
    expect((await standing())?.state).toBe('published');
    const [edition] = await out();
    expect(JSON.parse(edition!.payload).claims.length).toBe(2);
  });
});
