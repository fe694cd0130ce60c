'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef } from 'react';
import { buttonLook } from './button';
import './nonce';

/** The veil over the page beneath. */
export const scrim = 'fixed inset-0 z-40 bg-scrim';

/** Closes the dialog it stands in. Without a tooltip: that would be the first thing Esc closes. */
export const CloseButton = () => (
  <Radix.Close aria-label="Close" className={`${buttonLook('quiet')} -mr-1.5 size-8 shrink-0 px-0`}>
    <X aria-hidden />
  </Radix.Close>
);

/** Where to be when what was left is gone: where its successor has put the focus, else at the page's beginning. */
const placeAfter = (): Element | null =>
  document.activeElement === document.body ? document.getElementById('main') : document.activeElement;

/**
 * Where the focus goes: on opening to what is asked for, and to the dialog itself where nothing is; on closing back to
 * where it was. Radix only knows the way back to a trigger of its own, and our dialogs are opened from anywhere.
 */
export function useFocusWay(then?: () => void) {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus(event: Event) {
      event.preventDefault();
      before.current = document.activeElement;
      const dialog = event.target as HTMLElement;
      const asked = dialog.querySelector<HTMLElement>('textarea, select, input:not([type=checkbox])');
      (asked ?? dialog).focus();
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      const back = before.current?.isConnected ? before.current : placeAfter();
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
      then?.();
    },
  };
}
