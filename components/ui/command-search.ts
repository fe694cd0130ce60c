import { useEffect } from 'react';
import { createStore } from './store';

/** Something the palette can take a person to. */
export type Hit = { id: string; label: string; detail?: string; group: string; href: string };
export type Search = (query: string, signal: AbortSignal) => Promise<Hit[]>;

export const paletteSearch = createStore<Search | null>(null);

/** Lets the command palette search articles, claims and sources for as long as the component is on the page. */
export function useCommandSearch(search: Search): void {
  useEffect(() => {
    paletteSearch.set(search);
    return () => paletteSearch.set(null);
  }, [search]);
}
