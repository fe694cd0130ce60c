import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { liveWordsOf } from '@/client/status';
import { HEARTBEAT } from '@/domain/event';
import { trials } from '@/test/trials';
import { settle } from './fake-browser';
import { FakeLog, type FakeTab, FakeTabs } from './fake-stream';

let log: FakeLog;
let browser: FakeTabs;
beforeEach(() => {
  log = new FakeLog();
  browser = new FakeTabs(log);
});

const pass = (milliseconds: number) => browser.clock.pass(milliseconds);
const words = ({ stream }: FakeTab) => liveWordsOf(stream.state().link);

describe('the tabs of a browser', () => {
  test('hear what others do over one connection', async () => {
    const tabs = [browser.open(), browser.open(), browser.open()];
    await settle();
    log.write();
    log.write();
    await settle();
    expect(log.connections.size).toBe(1);
    expect(tabs.map(({ told }) => told)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  test('go on over another when the tab that held it is closed, and miss nothing', async () => {
    const [first, second, third] = [browser.open(), browser.open(), browser.open()];
    await settle();
    log.write();
    await settle();
    first.close();
    log.write();
    await settle();
    log.write();
    await settle();
    expect([second.told, third.told, log.connections.size]).toEqual([[1, 2, 3], [1, 2, 3], 1]);
  });

  test('that open later are told what came since their page was made', async () => {
    browser.open();
    await settle();
    for (let n = 0; n < 3; n += 1) log.write();
    await settle();
    const late = browser.open(1);
    await settle();
    expect(late.told).toEqual([2, 3]);
  });

  test('whose page is older than anything known read the state anew, once', async () => {
    log.write();
    log.write();
    browser.open();
    await settle();
    const old = browser.open(0);
    await settle();
    log.write();
    await settle();
    expect(old.told).toEqual(['anew', 3]);
  });
});

describe('when the connection is lost', () => {
  test('it is made again with growing patience, and what was missed is told', async () => {
    const tab = browser.open();
    await settle();
    log.answers = null;
    log.cut();
    log.write();
    await pass(20_000);
    expect(words(tab)).toBe('Not live: reconnecting…');
    const before = log.asked;
    log.answers = 503;
    await pass(60_000);
    expect(log.asked - before).toBeLessThan(12);
    log.answers = 200;
    await pass(11_000);
    expect([words(tab), tab.told]).toEqual([null, [1]]);
  });

  test('silently, as by a machine that slept, it is made again: by itself, or as soon as somebody looks', async () => {
    const tab = browser.open();
    await settle();
    await pass(HEARTBEAT * 3000);
    expect(log.asked).toBe(2);
    await pass((HEARTBEAT + 6) * 1000);
    tab.stream.retryNow();
    await pass(1000);
    expect(log.asked).toBe(3);
  });

  test('for so long that too much was missed, the state is read anew', async () => {
    const tab = browser.open();
    await settle();
    log.answers = null;
    log.cut();
    log.most = 2;
    for (let n = 0; n < 5; n += 1) log.write();
    log.answers = 200;
    await pass(2000);
    log.write();
    await settle();
    expect(tab.told).toEqual(['anew', 6]);
  });

  test('because the session ended, the header says so, and it comes back once the person signs in', async () => {
    const tab = browser.open();
    await settle();
    log.answers = 401;
    log.tell({ event: 'end', data: { reason: 'signed-out' } });
    log.cut();
    await settle();
    expect(words(tab)).toBe('Not live: sign in again');
    log.answers = 200;
    tab.stream.retryNow();
    await settle();
    expect(words(tab)).toBeNull();
  });

  test('because there are too many, the header says that', async () => {
    log.answers = 429;
    const tab = browser.open();
    await settle();
    expect(words(tab)).toBe('Not live: open in too many places');
  });
});

describe('where a person is', () => {
  const place = (claimId: string | null = null) => ({ articleId: 'a1', claimId, field: null });

  test('is told by the tab that leads, for all of them, and again at each sign of life', async () => {
    const [first, second] = [browser.open(), browser.open()];
    await settle();
    first.stream.place(place());
    second.stream.place(place('c1'));
    await pass(300);
    expect([...log.places.values()].map(({ claimId }) => claimId)).toEqual([null, 'c1']);
    log.places.clear();
    for (const { say } of log.connections) say(': here\n\n');
    await settle();
    expect(log.places.size).toBe(2);
  });

  test('is forgotten when the tab leaves, is closed or dies, whichever tab leads', async () => {
    const [first, second, third] = [browser.open(), browser.open(), browser.open()];
    await settle();
    for (const { stream } of [first, second, third]) stream.place(place());
    await pass(300);
    third.close();
    await pass(300);
    expect([...log.places.keys()]).toEqual([first.id, second.id]);
    first.stream.leave();
    first.close();
    await pass(300);
    expect([...log.places.keys()]).toEqual([second.id]);
    second.stream.place(null);
    await pass(300);
    expect(log.places.size).toBe(0);
  });
});

test('whatever happens to tabs, server and network, each tab is told each line once and in order', async () => {
  const deed = fc.oneof(
    { weight: 4, arbitrary: fc.constant('write' as const) },
    fc.constantFrom('open', 'close', 'cut', 'down', 'up', 'wait', 'settle'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(deed, fc.nat(5)), { maxLength: 40 }), async (deeds) => {
      log = new FakeLog();
      browser = new FakeTabs(log);
      const tabs: (FakeTab & { since: number })[] = [];
      const opened = () => tabs.push({ ...browser.open(), since: log.lines.length });
      opened();
      for (const [what, at] of deeds) {
        if (what === 'write') log.write();
        if (what === 'open' && tabs.length < 5) opened();
        if (what === 'close' && tabs.length > 1) tabs.splice(at % tabs.length, 1)[0]!.close();
        if (what === 'cut') log.cut();
        if (what === 'down') log.answers = null;
        if (what === 'up') log.answers = 200;
        if (what === 'wait') await pass(1500);
        if (what === 'settle') await settle();
      }
      log.answers = 200;
      await pass(40_000);
      log.write();
      await settle();
      for (const { told, since } of tabs) {
        const all = Array.from({ length: log.lines.length - since }, (_, index) => since + 1 + index);
        const anew = told.lastIndexOf('anew'); // after that the state was read, and what was before it with it
        expect(told.slice(anew + 1)).toEqual(anew < 0 ? all : all.slice(all.length - (told.length - anew - 1)));
        expect(told.at(-1)).toBe(log.lines.length);
        expect(new Set(told).size).toBe(told.length);
      }
      expect(log.connections.size).toBe(1);
      for (const { close } of tabs) close();
    }),
    { numRuns: trials(2000) },
  );
});
