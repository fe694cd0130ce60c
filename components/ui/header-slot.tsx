'use client';
import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';

export type HeaderSlotName = 'title' | 'status' | 'actions' | 'bell';
export const headerSlotId = (slot: HeaderSlotName): string => `header-${slot}`;

const never = () => () => {};

/** Puts what a page has to say into the desk's bar: its title, how saving stands, its own actions. */
export function HeaderSlot({ slot, children }: { slot: HeaderSlotName; children: ReactNode }) {
  const place = useSyncExternalStore(
    never,
    () => document.getElementById(headerSlotId(slot)),
    () => null,
  );
  return place && createPortal(children, place);
}
