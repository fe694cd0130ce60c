import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { call } from '@/client/call';
import { keptConclusion } from '@/client/conclusion/draft';
import { ConclusionWriting } from '@/client/conclusion/writing';
import type { Clock } from '@/client/outbox/clock';
import { etagOf } from '@/domain/canonical';
import { type Conclusion, digestOfConclusion } from '@/domain/conclusion';

const conclusion = (text: string, given: Partial<Conclusion> = {}): Conclusion => ({
  articleId: 'a',
  state: 'draft',
  text,
  digest: digestOfConclusion(text),
  decision: null,
  approved: null,
  submitted: null,
  contributors: [],
  updatedAt: '2026-11-25T10:00:00.000Z',
  ...given,
});

/** A desk that holds one conclusion and answers as the API does. */
class Desk {
  standing = conclusion('As it was.');
  reach: 'there' | 'offline' | 'signed out' = 'there';
  readonly sent: string[] = [];
  private minute = 0;
  stands(text: string, given: Partial<Conclusion> = {}) {
    const updatedAt = `2026-11-25T11:${String(++this.minute).padStart(2, '0')}:00.000Z`;
    this.standing = conclusion(text, { updatedAt, ...given });
  }
  readonly call = (async (name: string, { body, ifMatch }: { body?: { text: string }; ifMatch?: string }) => {
    this.sent.push(name);
    if (this.reach === 'offline') return { ok: false, offline: true };
    const refused = (status: number, more = {}) => {
      const problem = { type: '', title: '', status, detail: `Refused with ${status}.`, ...more };
      return { ok: false, offline: false, status, problem };
    };
    if (this.reach === 'signed out') return refused(401);
    if (name !== 'readConclusion' && ifMatch !== undefined && ifMatch !== etagOf(this.standing))
      return refused(412, { current: this.standing });
    if (name === 'editConclusion') this.stands(body!.text.normalize('NFC'));
    if (name === 'submitConclusion') this.stands(this.standing.text, { state: 'submitted' });
    return { ok: true, value: this.standing };
  }) as unknown as typeof call;
}

let desk: Desk;
let due: (() => void)[];
const clock: Clock = {
  now: () => 0,
  random: () => 0,
  later: (_, then) => {
    due.push(then);
    return () => {
      due = due.filter((each) => each !== then);
    };
  },
};
/** Lets what was put off happen, and everything that follows. */
const pass = async () => {
  for (const then of due.splice(0)) then();
  await new Promise((resolve) => setTimeout(resolve));
};
const open = () => {
  const writing = new ConclusionWriting(desk.standing, 'ada', { call: desk.call, clock });
  writing.takeUp();
  return writing;
};
beforeEach(() => {
  desk = new Desk();
  due = [];
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a conclusion that is being written', () => {
  it('is saved by itself after a pause, once for several keys, as the desk stores it', async () => {
    const writing = open();
    writing.change('Cafe\u0301');
    writing.change('Cafe\u0301s.');
    expect(desk.sent).toEqual([]);
    await pass();
    expect(desk.sent).toEqual(['editConclusion']);
    expect(writing.snapshot()).toMatchObject({ text: 'Cafés.', saving: 'saved' });
    expect(keptConclusion('ada', 'a')).toBeNull();
  });

  it('is kept from the first key until the desk has it, through a lost connection and a reload', async () => {
    const writing = open();
    desk.reach = 'offline';
    writing.change('None of it holds.');
    expect(keptConclusion('ada', 'a')?.text).toBe('None of it holds.');
    await pass();
    expect(writing.snapshot().saving).toBe('kept');
    desk.reach = 'there';
    const afterwards = open();
    await pass();
    expect(desk.standing.text).toBe('None of it holds.');
    expect(afterwards.snapshot().saving).toBe('saved');
  });

  it('is tried again by itself once the desk is back, and waits for a session that ended', async () => {
    const writing = open();
    desk.reach = 'offline';
    writing.change('One.');
    await pass();
    desk.reach = 'there';
    await pass();
    expect(desk.standing.text).toBe('One.');
    desk.reach = 'signed out';
    writing.change('Two.');
    await pass();
    expect(writing.snapshot().saving).toBe('signed out');
    desk.reach = 'there';
    await writing.refresh();
    expect(desk.standing.text).toBe('Two.');
  });

  it('goes on over a submission or decision, which leaves its words as they were', async () => {
    const writing = open();
    desk.stands('As it was.', { state: 'submitted' });
    writing.change('As it is.');
    await pass();
    expect([desk.standing.text, writing.snapshot().saving]).toEqual(['As it is.', 'saved']);
  });

  it('never writes over somebody else’s words unasked, not even after a reload', async () => {
    const writing = open();
    desk.stands('As they put it.');
    writing.change('As I put it.');
    await pass();
    expect(writing.snapshot()).toMatchObject({ saving: 'differs', text: 'As I put it.' });
    writing.change('As I put it now.');
    await pass();
    const afterwards = open();
    await pass();
    expect(afterwards.snapshot()).toMatchObject({ saving: 'differs', text: 'As I put it now.' });
    expect(desk.standing.text).toBe('As they put it.');
    afterwards.settle(true);
    await pass();
    expect(desk.standing.text).toBe('As I put it now.');
  });

  it('gives way where the person takes the other words', async () => {
    const writing = open();
    desk.stands('As they put it.');
    writing.change('As I put it.');
    await pass();
    writing.settle(false);
    await pass();
    expect(writing.snapshot()).toMatchObject({ saving: 'saved', text: 'As they put it.' });
    expect(keptConclusion('ada', 'a')).toBeNull();
  });

  it('is saved before it is submitted', async () => {
    const writing = open();
    writing.change('As it is.');
    expect(await writing.submit()).toBe(true);
    expect(desk.sent).toEqual(['editConclusion', 'submitConclusion']);
    expect(writing.snapshot().standing).toMatchObject({ state: 'submitted', text: 'As it is.' });
  });

  it('is not submitted while it cannot be saved', async () => {
    const writing = open();
    desk.reach = 'offline';
    writing.change('As it is.');
    expect(await writing.submit()).toBe(false);
    expect(desk.sent).toEqual(['editConclusion']);
  });

  it('shows what others did, as long as nothing of one’s own is in the box', async () => {
    const writing = open();
    desk.stands('As they put it.');
    await writing.refresh();
    expect(writing.snapshot().text).toBe('As they put it.');
  });

  it('holds others’ words back while it is read, until they are wanted', async () => {
    const writing = open();
    desk.stands('As they put it.', { state: 'submitted' });
    await writing.refresh(true);
    expect(writing.snapshot()).toMatchObject({
      text: 'As it was.',
      standing: { state: 'draft' },
      waiting: desk.standing,
    });
    writing.take();
    expect(writing.snapshot()).toMatchObject({
      text: 'As they put it.',
      standing: { state: 'submitted' },
      waiting: null,
    });
  });

  it('shows at once what became of the same words, read or not', async () => {
    const writing = open();
    desk.stands('As it was.', { state: 'submitted' });
    await writing.refresh(true);
    expect(writing.snapshot()).toMatchObject({ standing: { state: 'submitted' }, waiting: null });
  });

  it('is put beside others’ words, and not over them, by who types on before they are shown', async () => {
    const writing = open();
    desk.stands('As they put it.');
    await writing.refresh(true);
    writing.change('As it was, and more.');
    await pass();
    expect(writing.snapshot()).toMatchObject({ saving: 'differs', waiting: null, text: 'As it was, and more.' });
    expect(desk.standing.text).toBe('As they put it.');
  });
});
