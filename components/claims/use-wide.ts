import { useSyncExternalStore } from 'react';

const query = '(min-width: 1024px)';
const listen = (changed: () => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

export const isWide = (): boolean => window.matchMedia(query).matches;

/** Whether there is room for a margin beside the article. */
export const useWide = (): boolean => useSyncExternalStore(listen, isWide, () => true);
