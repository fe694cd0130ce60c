import { setNonce } from 'get-nonce';

/**
 * Radix locks the page's scroll behind a dialog with a style element of its own, which the page's policy refuses
 * unless it carries the nonce. The scripts Next put on the page have it. Imported for this effect by every modal.
 */
const nonce =
  typeof document === 'undefined' ? undefined : document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce) setNonce(nonce);
