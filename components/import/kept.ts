import type { Draft } from './draft';

/** An import that was begun and not stored: the pasted text, or the draft made of it. */
export type Kept = { pasted: string; draft: Draft | null };

const keyOf = (person: string): string => `stet.import.${person}`;

/** What this person began in this browser and did not finish, so that a reload loses nothing. */
export function keptImport(person: string): Kept | null {
  try {
    const kept = localStorage.getItem(keyOf(person));
    return kept ? (JSON.parse(kept) as Kept) : null;
  } catch {
    return null; // storage is switched off, or holds something else
  }
}

/** Keeps what was begun; null forgets it. A browser without room for it works on without. */
export function keepImport(person: string, kept: Kept | null): void {
  try {
    if (kept === null || (kept.pasted === '' && kept.draft === null)) localStorage.removeItem(keyOf(person));
    else localStorage.setItem(keyOf(person), JSON.stringify(kept));
  } catch {
    // no room, or no storage: the page still holds it
  }
}
