import type { Scale } from '../scale';
import { krippendorffAlpha } from './alpha';
import { type Interval, intervalOf } from './bootstrap';
import { confusionOf, type Pair } from './confusion';
import { cohenKappa, shareAgreed } from './kappa';

/** A figure of agreement with its 95 % interval; null where the pairs are too few or too much alike to say. */
export type Figure = { value: number; interval: Interval | null } | null;

/** How far two independent verdicts on the same claims agree, by one scale. */
export type Agreement = {
  pairs: number;
  share: Figure;
  kappa: Figure;
  /** Krippendorff's alpha with verdicts that merely differ */
  nominal: Figure;
  /** the same with verdicts in their order: of the pairs of which both stand in it, null where the scale has none */
  ordinal: Figure;
  /** how many pairs the ordinal alpha is of */
  ordered: number;
  /** rows by the first verdict, columns by the second, in the order of the scale */
  confusion: number[][];
};

/** Everything that the desk is told of how far pairs of verdicts by one scale agree. Verdicts the scale has not are left out. */
export function agreementOf(given: readonly Pair[], scale: Pick<Scale, 'ordered' | 'values'>): Agreement {
  const keys = scale.values.map(({ key }) => key);
  const ranked = scale.ordered ? scale.values.flatMap(({ key, rating }) => (rating === undefined ? [] : [key])) : [];
  const within = (values: string[]) => given.filter((pair) => pair.every((verdict) => values.includes(verdict)));
  const [pairs, ordered] = [within(keys), within(ranked)];
  return {
    pairs: pairs.length,
    share: figureOf(pairs, shareAgreed),
    kappa: figureOf(pairs, cohenKappa),
    nominal: figureOf(pairs, (sample) => krippendorffAlpha(sample, keys, 'nominal')),
    ordinal: figureOf(ordered, (sample) => krippendorffAlpha(sample, ranked, 'ordinal')),
    ordered: ordered.length,
    confusion: confusionOf(pairs, keys),
  };
}

function figureOf(pairs: readonly Pair[], figure: (sample: readonly Pair[]) => number | null): Figure {
  const value = figure(pairs);
  return value === null ? null : { value, interval: intervalOf(pairs, figure) };
}
