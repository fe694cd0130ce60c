import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Answers } from './blind/questions';
import type { First } from './blind/world';

const drawn = vi.hoisted(() => ({ ids: 0, bytes: 0 }));
// what is drawn at random is drawn alike for both desks
vi.mock('@/db/ids', () => ({ newId: () => `id-${String(++drawn.ids).padStart(8, '0')}` }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const randomBytes = (size: number) =>
    Buffer.alloc(
      size,
      real
        .createHash('sha512')
        .update(String(++drawn.bytes))
        .digest(),
    );
  return { ...real, default: { ...real, randomBytes }, randomBytes };
});
vi.mock('next/headers', () => ({ headers: async () => (await import('./router')).asked.getStore() }));

const one: First = {
  author: 'Ada Reed',
  verdict: 'true',
  rationale: 'Quixotic tallies bear it out [1].',
  stance: 'supports',
  note: 'Ask for the zephyr ledger.',
  decision: { outcome: 'approve', note: 'Jaunty proof.' },
  assignee: 'Ada Reed',
  pace: 10,
};
const other: First = {
  author: 'Ben Moss',
  verdict: 'false',
  rationale: 'Vexing gaps undo it: crew was counted too [1].',
  stance: 'refutes',
  note: 'Why a fjord?',
  decision: { outcome: 'return', note: 'Flimsy.' },
  assignee: 'Ben Moss',
  pace: 300,
};

/** What was answered while they were blind, and what they see once they have filed their own verdict. */
type Told = { answers: Answers; filed: string };

let told: [Told, Told];
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  told = [await asking(one), await asking(other)];
});
afterAll(() => vi.useRealTimers());

/** Builds a desk anew, asks everything of it for a second reviewer who is blind, and then has them file their verdict. */
async function asking(first: First): Promise<Told> {
  Object.assign(drawn, { ids: 0, bytes: 0 });
  vi.setSystemTime(Date.UTC(2026, 10, 20));
  vi.resetModules();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('stet.database')];
  const { openDesk } = await import('@/test/desk');
  const { worldWith } = await import('./blind/world');
  const { askAll, fileOwn } = await import('./blind/questions');
  const desk = await openDesk();
  try {
    const world = await worldWith(first);
    return { answers: await askAll(world, [one.rationale, other.rationale]), filed: await fileOwn(world) };
  } finally {
    await desk.close();
  }
}

/** Where two answers part, with what is around it in each. */
function parting(a: string, b: string): [string, string] {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return [around(a), around(b)];
}

test('two desks that differ in the first verdict alone answer a blind second reviewer alike, to the byte', () => {
  const [a, b] = told.map(({ answers }) => [...answers]);
  expect(a!.length).toBeGreaterThan(150);
  expect(a!.filter(([question]) => question.endsWith('page.tsx 1')).length).toBeGreaterThan(10);
  const differing = a!.flatMap(([question, answer], index) => {
    const [same, theirs = ''] = b![index] ?? [];
    return same === question && theirs === answer ? [] : [[question, ...parting(answer, theirs)]];
  });
  expect(differing).toEqual([]);
  expect(b!.length).toBe(a!.length);
});

test('no answer holds a word of the first rationale, of a note or of a decision', () => {
  const words = [one, other].flatMap(({ rationale, note, decision }) => [rationale.slice(0, 14), note, decision.note]);
  const everything = told.flatMap(({ answers }) => [...answers]);
  const telling = everything.filter(([, answer]) => words.some((word) => answer.includes(word)));
  expect(telling.map(([question]) => question)).toEqual([]);
});

test('once they have filed their own, they see the first, and the two desks differ', () => {
  const [a, b] = told;
  expect(a.filed).toContain(one.rationale);
  expect(b.filed).toContain(other.rationale);
  expect(a.filed).not.toBe(b.filed);
});
