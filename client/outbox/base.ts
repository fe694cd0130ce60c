import type { AnchorState } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import { type Content, contentOf } from '@/domain/content';
import { suggestedFields } from '@/domain/suggestion';
import { composed } from '@/domain/text';
import type { Base, Change, Write } from './change';

/** Fields of a request that state a condition and write nothing. */
const conditions = ['revision', 'removed'];
/** The names of the fields that a request writes. */
export const fieldsOf = (fields: object): string[] => Object.keys(fields).filter((name) => !conditions.includes(name));

/** A claim's content for comparison with itself: the scale of its article does not matter for that. */
export const contentOnly = (claim: Claim): Content => contentOf(claim, { id: '', version: 0 });

const evidenceOf = (claim: Claim, id: string) => claim.evidence.find((item) => item.id === id) ?? null;

const pick = (from: object, names: string[]): Base =>
  Object.fromEntries(names.map((name) => [name, (from as Base)[name] ?? null]));

/**
 * What a write depends on, as it stands in a representation of the claim. An edit depends on the fields it writes,
 * a submission, decision or drop on all the content it stands for, settling on where the claim stands too; adding
 * depends on nothing.
 */
export function dependsOn(write: Write, claim: Claim): Base {
  switch (write.do) {
    case 'edit':
      return pick(claim, fieldsOf(write.fields));
    case 'edit evidence':
      return pick(evidenceOf(claim, write.evidenceId) ?? {}, fieldsOf(write.fields));
    case 'remove evidence':
      return { evidence: evidenceOf(claim, write.evidenceId) };
    case 'submit':
    case 'decide':
    case 'drop':
    case 'merge':
      return { content: contentOnly(claim) };
    case 'settle suggestion':
    case 'reopen suggestion':
      return pick(claim, [...suggestedFields]);
    case 'settle':
    case 'unsettle':
      return { content: contentOnly(claim), standing: standingOf(claim) };
    default:
      return {};
  }
}

/** Where a claim stands and how, as far as a person who settles it has seen it. */
const standingOf = ({ anchor, alsoAt, unsettled, kept }: Claim) => ({
  places: [anchor, ...alsoAt].map((place) => place && [place.start, place.end, place.exact, place.state]),
  unsettled,
  kept: kept !== null,
});

/** The values that a write would leave behind, under the same names. */
export function valuesOf(write: Write): Base {
  if (write.do === 'edit' || write.do === 'edit evidence') return pick(write.fields, fieldsOf(write.fields));
  return write.do === 'remove evidence' ? { evidence: null } : {};
}

/** As the server keeps it: composed, and of an anchor only where it stands and what it says. */
const comparable = (name: string, value: unknown): unknown => {
  if (name === 'anchor' || name === 'alsoAt') return spansOf(value);
  if (name === 'source') return sourceOf(value);
  return value;
};

const spansOf = (value: unknown): unknown => [value].flat().map((span) => span && spanOf(span as Span));
type Span = { start: number; end: number; exact: string; state?: AnchorState };

/** Words that a person has to settle are not the same as these words, selected. */
const spanOf = ({ start, end, exact, state = 'exact' }: Span): unknown =>
  state === 'exact' || state === 'moved' ? [start, end, exact] : [start, end, exact, state];

const sourceOf = (value: unknown): unknown =>
  value && typeof value === 'object' && 'id' in value ? { id: value.id } : value;

/** One text for equal values, whatever the order of their keys; absent parts count as null. */
const textOf = (value: unknown): string => composed(JSON.stringify(value ?? null, inOrder));
const inOrder = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, part]) => part !== null)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;

/** Whether two values of a field say the same. */
export const saysTheSame = (name: string, one: unknown, other: unknown): boolean =>
  one === other || textOf(comparable(name, one)) === textOf(comparable(name, other));

/**
 * The names of what a change depends on and somebody else has changed meanwhile. A field that already holds what the
 * change would write is none of them: there is nothing to choose.
 */
export function conflictsOf(change: Change, current: Claim): string[] {
  const now = dependsOn(change.write, current);
  const mine = valuesOf(change.write);
  return Object.keys(change.base).filter(
    (name) =>
      name in now &&
      !saysTheSame(name, change.base[name], now[name]) &&
      !(name in mine && saysTheSame(name, mine[name], now[name])),
  );
}
