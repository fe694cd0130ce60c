import { useEffect, useRef } from 'react';
import type { PanelField } from './deeds';

/** Follows `#claim-…` or `#claim-…/statement` of the address: once the claim is there, and whenever it changes. */
export function useAddressed(go: (id: string, field: PanelField) => boolean): void {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const follow = () => {
      const [, id, statement] = /^#claim-([^/]+)(\/statement)?$/.exec(decodeURIComponent(window.location.hash)) ?? [];
      return id === undefined || latest.current(id, statement ? 'statement' : 'panel');
    };
    const timer = setTimeout(follow, 120); // the address and the highlights come a moment after the text
    window.addEventListener('hashchange', follow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('hashchange', follow);
    };
  }, []);
}
