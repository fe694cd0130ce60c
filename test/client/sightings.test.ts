import { beforeEach, describe, expect, it } from 'vitest';
import type { call } from '@/client/call';
import type { Clock } from '@/client/outbox/clock';
import { tellSeen } from '@/client/sightings';

let sent: unknown[];
let due: { in: number; then: () => void }[];
let time = 0;
const clock: Clock = {
  now: () => time,
  random: () => 0,
  later: (milliseconds, then) => {
    const one = { in: milliseconds, then };
    due.push(one);
    return () => {
      due = due.filter((each) => each !== one);
    };
  },
};
const parts = {
  clock,
  call: (async (_name: string, { body }: { body: unknown }) => {
    sent.push(body);
    return { ok: false, offline: true };
  }) as unknown as typeof call,
};
const always = () => true;
const pass = () => {
  for (const { then } of due.splice(0)) then();
};
let claims = 0;
beforeEach(() => {
  [sent, due, time, claims] = [[], [], 0, claims + 1];
});
const open = (digest: string, isNews = always) =>
  tellSeen({ person: 'ada', claimId: `claim-${claims}`, digest }, isNews, parts);

describe('that a person has a claim open', () => {
  it('is told once it was open for a moment, and not by who leafs through', () => {
    const close = open('a');
    expect(due.map((each) => each.in)).toEqual([2000]);
    close();
    pass();
    open('a');
    pass();
    expect(sent).toEqual([{ digest: 'a' }]);
  });

  it('is told once for a state, and again after ten minutes', () => {
    for (const at of [0, 1000, 599_999]) {
      time = at;
      open('a');
      pass();
    }
    expect(sent.length).toBe(1);
    open('b');
    pass();
    time = 600_000;
    open('a');
    pass();
    expect(sent).toEqual([{ digest: 'a' }, { digest: 'b' }, { digest: 'a' }]);
  });

  it('is not told of what they made themselves', () => {
    open('a', () => false);
    pass();
    expect(sent).toEqual([]);
  });
});
