import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Card, placeCards } from '@/components/article/margin';
import { trials } from '@/test/trials';

const card = (id: string, top: number, height = 100): Card => ({ id, top, height });
const placed = (cards: Card[], activeId: string | null = null) => [...placeCards(cards, activeId, 10)];

describe('cards of the margin', () => {
  test('stand beside their highlights where there is room', () => {
    expect(placed([card('b', 300), card('a', 0)])).toEqual([
      ['a', 0],
      ['b', 300],
    ]);
  });

  test('are stacked in the order of the text where there is not', () => {
    expect(placed([card('a', 0), card('b', 20), card('c', 20)])).toEqual([
      ['a', 0],
      ['b', 110],
      ['c', 220],
    ]);
  });

  test('leave the active one its height: those before it move up, those after it down', () => {
    expect(new Map(placed([card('a', 0), card('b', 20), card('c', 40)], 'b'))).toEqual(
      new Map([
        ['a', -90],
        ['b', 20],
        ['c', 130],
      ]),
    );
  });

  const cards = fc
    .array(fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 300 })), { maxLength: 40 })
    .map((all) => all.map(([top, height], i) => card(`c${i}`, top, height)));

  test('never cover one another, keep their order, and the active one stands at its highlight', () => {
    fc.assert(
      fc.property(cards, fc.nat(50), fc.nat(40), (all, gap, which) => {
        const active = all[which]?.id ?? null;
        const tops = placeCards(all, active, gap);
        expect(tops.size).toBe(all.length);
        if (active !== null) expect(tops.get(active)).toBe(all[which]!.top);
        const inOrder = [...all].sort((a, b) => a.top - b.top);
        for (const [i, { id }] of inOrder.entries()) {
          const before = inOrder[i - 1];
          if (before) expect(tops.get(id)! - tops.get(before.id)!).toBeGreaterThanOrEqual(before.height + gap);
        }
      }),
      { numRuns: trials(1000) },
    );
  });

  test('that would not collide do not move', () => {
    fc.assert(
      fc.property(cards, fc.nat(40), (all, which) => {
        const apart = all.map((each, i) => ({ ...each, top: i * 400 }));
        const tops = placeCards(apart, apart[which]?.id ?? null, 50);
        for (const { id, top } of apart) expect(tops.get(id)).toBe(top);
      }),
      { numRuns: trials(1000) },
    );
  });
});
