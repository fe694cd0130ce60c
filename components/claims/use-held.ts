import { type FocusEvent, type RefObject, useRef, useState } from 'react';
import { fieldsOf, saysTheSame } from '@/client/outbox/base';
import { type Change, does } from '@/client/outbox/change';
import type { Entry } from '@/client/workspace/entries';
import type { Claim } from '@/domain/claim';
import { useChecking } from './under-check';

type Name = 'statement' | 'rationale' | 'claimant' | 'saidAt';

/** A field that somebody is typing in, and what waits behind it. */
export type Held<T> = {
  /** what stands in the field */
  value: T;
  type: (value: T) => void;
  /** what others made of the field meanwhile; null: nothing */
  waiting: { theirs: T; by: string | null; change: Change | null; take: () => void; keep: () => void } | null;
  /** for the element around the field and its note */
  around: {
    ref: RefObject<HTMLDivElement | null>;
    onFocus: () => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
};

/** The change of this field alone that could not be saved because somebody else had changed the field before. */
const conflictOn = ({ aside }: Entry, name: Name): Change | null =>
  aside.find(
    (change) =>
      change.trouble?.kind === 'conflict' && does(change, 'edit') && fieldsOf(change.write.fields).join() === name,
  ) ?? null;

/** The note goes with the button that was pressed, and whoever was typing goes on typing. */
const focusIn = (box: HTMLElement | null): void =>
  box?.querySelector<HTMLElement>('textarea, input, [contenteditable="true"]')?.focus({ preventScroll: true });

/**
 * A field of a claim that stays as its person sees it for as long as they are in it. What others make of it waits until
 * they take it, or leave the field; what they type over it was typed over what they saw, and is never merged.
 */
export function useHeld<N extends Name>({ entry }: { entry: Entry }, name: N): Held<Claim[N]> {
  type Value = Claim[N];
  const { workspace } = useChecking();
  const { key, claim } = entry;
  const box = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState(false);
  const [shown, setShown] = useState<Value>(claim[name]);
  const same = saysTheSame(name, shown, claim[name]);
  if (!inside && shown !== claim[name]) setShown(claim[name]);
  const conflict = conflictOn(entry, name);
  const isKept = inside && !same;
  const type = (value: Value) => {
    setShown(value);
    workspace.edit(key, { [name]: value }, true, isKept ? { [name]: shown } : undefined);
  };
  const choose = (whose: 'mine' | 'theirs') => conflict && workspace.outbox.resolve(conflict.id, { [name]: whose });
  const theirs = conflict?.trouble?.kind === 'conflict' ? conflict.trouble.theirs[name] : claim[name];
  const take = () => {
    setShown(theirs);
    choose('theirs');
    focusIn(box.current);
  };
  const keep = () => {
    if (conflict) choose('mine');
    else workspace.edit(key, { [name]: shown });
    focusIn(box.current);
  };
  return {
    value: inside ? shown : claim[name],
    type,
    waiting: conflict || isKept ? { theirs, by: workspace.lastBy(claim.id), change: conflict, take, keep } : null,
    around: {
      ref: box,
      onFocus: () => setInside(true),
      onBlur: ({ currentTarget, relatedTarget }) => setInside(currentTarget.contains(relatedTarget)),
    },
  };
}
