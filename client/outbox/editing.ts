import { fieldsOf, saysTheSame, valuesOf } from './base';
import { type Base, type Change, does, newKey, type Write } from './change';

/** A write of single fields, of a claim or of one piece of its evidence: what may be joined and taken apart. */
export type Editing = Extract<Write, { do: 'edit' | 'edit evidence' }>;

export const edits = (change: Change): change is Change<Editing> =>
  does(change, 'edit') || does(change, 'edit evidence');

/** Whether both edit the claim itself, or the same piece of evidence. */
export const sameThing = (one: Editing, other: Editing): boolean =>
  one.do === other.do && (one.do === 'edit' || (other.do === 'edit evidence' && one.evidenceId === other.evidenceId));

export const sharedFields = (one: Change<Editing>, other: Change<Editing>): string[] =>
  sameThing(one.write, other.write) ? fieldsOf(one.write.fields).filter((name) => name in other.write.fields) : [];

/** Later values over earlier ones; the base of a field is what stood there before the first of them. */
export const join = (first: Change<Editing>, later: Change<Editing>): Change<Editing> => ({
  ...first,
  due: later.due,
  key: newKey(),
  base: { ...later.base, ...first.base },
  write: { ...first.write, ...later.write, fields: { ...first.write.fields, ...later.write.fields } } as Editing,
});

/** Whether every field ends where it began. */
export const isNothing = (change: Change<Editing>): boolean => {
  const mine = valuesOf(change.write);
  return Object.keys(mine).every((name) => name in change.base && saysTheSame(name, mine[name], change.base[name]));
};

export const pickBase = (base: Base, names: readonly string[]): Base =>
  Object.fromEntries(names.filter((name) => name in base).map((name) => [name, base[name]]));

/** The edit without these fields, or null when none is left. */
export function lessFields(change: Change<Editing>, names: readonly string[]): Change<Editing> | null {
  const keep = ([name]: [string, unknown]) => !names.includes(name);
  const fields = Object.fromEntries(Object.entries(change.write.fields).filter(keep));
  if (fieldsOf(fields).length === 0) return null;
  const write = { ...change.write, fields } as Editing;
  return { ...change, key: newKey(), write, base: Object.fromEntries(Object.entries(change.base).filter(keep)) };
}

/** The edit with no other fields than these, or null when it has none of them. */
export const onlyFields = (change: Change<Editing>, names: readonly string[]): Change<Editing> | null =>
  lessFields(
    change,
    fieldsOf(change.write.fields).filter((name) => !names.includes(name)),
  );
