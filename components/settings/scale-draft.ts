import type { NewScale } from '@/domain/contract/people';
import type { Scale, VerdictValue } from '@/domain/scale';

/** A verdict as it stands in the form. One that the scale had before keeps its key, and with it its meaning. */
export type DraftValue = Omit<VerdictValue, 'key' | 'rating' | 'reviewable'> & {
  /** tells rows apart while they are moved */
  id: number;
  key: string | null;
  inOrder: boolean;
  reviewable: boolean;
};

export type Draft = { name: string; ordered: boolean; values: DraftValue[] };

let last = 0;

export const blankValue = (inOrder: boolean): DraftValue => ({
  id: ++last,
  key: null,
  label: '',
  definition: '',
  inOrder,
  needsEvidence: true,
  adverse: false,
  reviewable: true,
  colour: 'mixed',
  glyph: 'tilde',
});

/** What the form begins with: the newest version of a scale, or two blank verdicts. */
export const draftOf = (scale: Scale | null): Draft =>
  scale
    ? { name: scale.name, ordered: scale.ordered, values: scale.values.map(draftOfValue) }
    : { name: '', ordered: true, values: [blankValue(true), blankValue(true)] };

const draftOfValue = ({ rating, reviewable = true, ...value }: VerdictValue): DraftValue => ({
  ...value,
  id: ++last,
  inOrder: rating !== undefined,
  reviewable,
});

/** Lowercase letters, digits and hyphens that recall a label; what has none of its own gets the fallback. */
export const slugOf = (label: string, fallback: string): string =>
  label
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-$/, '') || fallback;

/** The scale that the form describes, under an id. Its values stand in the order in which the form shows them. */
export const scaleOf = (id: string, { name, ordered, values }: Draft): NewScale => ({
  id,
  name,
  ordered,
  values: values.map(({ id: _, key, inOrder, reviewable, ...value }, index) => ({
    ...value,
    key: key ?? slugOf(value.label, `verdict-${index + 1}`),
    ...(ordered && inOrder ? { rating: index + 1 } : {}),
    ...(reviewable ? {} : { reviewable: false }),
  })),
});

/** The values with those in the order first, each group otherwise as it was. */
export const sorted = (values: DraftValue[]): DraftValue[] => [
  ...values.filter(({ inOrder }) => inOrder),
  ...values.filter(({ inOrder }) => !inOrder),
];

/** The values with one of them a place further up (-1) or down (1), within its group. */
export function moved(values: DraftValue[], id: number, by: -1 | 1): DraftValue[] {
  const from = values.findIndex((value) => value.id === id);
  const [one, other] = [values[from], values[from + by]];
  if (!one || !other || one.inOrder !== other.inOrder) return values;
  return values.map((value) => (value === one ? other : value === other ? one : value));
}
