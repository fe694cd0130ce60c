import { expect, it } from 'vitest';
import { type Divergence, divergence, type Judged } from '@/domain/divergence';
import { scaleSchema, verdictOf } from '@/domain/scale';
import shipped from '@/domain/scales.json' with { type: 'json' };

const scales = shipped.map((scale) => scaleSchema.parse(scale));

/** A verdict by the scale's id and its key: `plain/mostly-true`. */
function judged(name: string): Judged {
  const [id, key = ''] = name.split('/');
  const scale = scales.find((each) => each.id === id)!;
  return { scale, value: verdictOf(scale, key)! };
}

const cases: [string, string, Divergence][] = [
  ['plain/true', 'plain/true', 'none'],
  ['plain/true', 'plain/mostly-true', 'none'],
  ['plain/mostly-true', 'plain/mixed', 'none'],
  ['plain/true', 'plain/mixed', 'some'],
  ['plain/true', 'plain/false', 'opposite'],
  ['plain/mostly-true', 'plain/mostly-false', 'opposite'],
  ['plain/misleading', 'plain/true', 'opposite'],
  ['plain/misleading', 'plain/false', 'none'],
  ['plain/unproven', 'plain/false', 'none'],
  ['plain/not-checkable', 'plain/true', 'none'],
  // across scales
  ['plain/false', 'six-steps/pants-on-fire', 'none'],
  ['plain/true', 'six-steps/mostly-false', 'opposite'],
  ['plain/mixed', 'six-steps/half-true', 'none'],
  ['evidence/supported', 'six-steps/false', 'opposite'],
  ['evidence/refuted', 'plain/mostly-false', 'none'],
  ['evidence/conflicting-evidence', 'plain/true', 'some'],
  ['evidence/not-enough-evidence', 'plain/false', 'none'],
];

for (const [one, other, expected] of cases) {
  it(`${one} and ${other} diverge: ${expected}`, () => {
    expect(divergence(judged(one), judged(other))).toBe(expected);
    expect(divergence(judged(other), judged(one))).toBe(expected);
  });
}

it('agree when one statement denies what the other says, and the verdicts are turned round too', () => {
  expect(divergence(judged('plain/true'), judged('plain/false'), true)).toBe('none');
  expect(divergence(judged('plain/true'), judged('six-steps/true'), true)).toBe('opposite');
});
