import type { Problem } from './result';
import type { Scale, VerdictValue } from './scale';

/**
 * What keeps a proposed scale from being used, each with a pointer to the value it concerns: keys and labels tell
 * values apart; in an ordered scale the rated values come first and count from 1, the worst, without a gap.
 */
export function brokenScaleRules({ ordered, values }: Pick<Scale, 'ordered' | 'values'>): Problem[] {
  const twice = [
    ...repeated(values, 'key', 'scale-key-twice', 'The key'),
    ...repeated(values, 'label', 'scale-label-twice', 'The label'),
  ];
  return [...twice, ...(ordered ? gapsIn(values) : ratingsIn(values))];
}

function repeated(values: VerdictValue[], field: 'key' | 'label', rule: string, what: string): Problem[] {
  return values.flatMap((value, index) => {
    const first = values.findIndex((other) => other[field].toLowerCase() === value[field].toLowerCase());
    if (first === index) return [];
    const message = `${what} “${value[field]}” is used twice. Give each verdict one of its own.`;
    return [{ rule, message, pointer: `/values/${index}/${field}` }];
  });
}

function gapsIn(values: VerdictValue[]): Problem[] {
  const rated = values.findLastIndex(({ rating }) => rating !== undefined) + 1;
  if (rated < 2) {
    const message = 'An ordered scale has at least two verdicts in its order. Rate them from 1, the worst.';
    return [{ rule: 'scale-order', message, pointer: '/values' }];
  }
  return values.slice(0, rated).flatMap(({ rating, label }, index) => {
    if (rating === index + 1) return [];
    const message = `“${label}” stands in place ${index + 1} of the order. Give it the rating ${index + 1}, and put what has none last.`;
    return [{ rule: 'scale-order', message, pointer: `/values/${index}/rating` }];
  });
}

function ratingsIn(values: VerdictValue[]): Problem[] {
  return values.flatMap(({ rating }, index) => {
    if (rating === undefined) return [];
    const message = 'A scale without an order has no ratings. Leave the rating out, or say that the scale is ordered.';
    return [{ rule: 'scale-order', message, pointer: `/values/${index}/rating` }];
  });
}
