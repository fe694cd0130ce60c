'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page's script has taken over what the server sent: false there and until then. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
