import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from './draft';

/** An import that is under way and not stored: the pasted text, or the draft made of it. */
export type Work = { pasted: string; draft: Draft | null };

const nothing: Work = { pasted: '', draft: null };
const keyOf = (person: string): string => `stet.import.${person}`;

function read(person: string): Work | null {
  try {
    const kept = localStorage.getItem(keyOf(person));
    return kept ? (JSON.parse(kept) as Work) : null;
  } catch {
    return null; // storage is switched off, or holds something else
  }
}

/** Whether the browser took it. */
function keep(person: string, work: Work): boolean {
  try {
    if (work.pasted === '' && work.draft === null) localStorage.removeItem(keyOf(person));
    else localStorage.setItem(keyOf(person), JSON.stringify(work));
    return true;
  } catch {
    return false;
  }
}

export type KeptWork = Work & {
  /** whether it comes from an earlier visit, untouched since */
  restored: boolean;
  /** whether this browser has it too, so that a reload loses nothing */
  safe: boolean;
  change: (next: (work: Work) => Work) => void;
  forget: () => void;
};

/** What this person is importing in this browser; every change is kept there at once, until it is forgotten. */
export function useKeptWork(person: string): KeptWork {
  const [work, setWork] = useState(nothing);
  const [restored, setRestored] = useState(false);
  const [safe, setSafe] = useState(true);
  const touched = useRef(false);
  useEffect(() => {
    const kept = touched.current ? null : read(person);
    if (!kept) return;
    setWork(kept);
    setRestored(true);
  }, [person]);
  useEffect(() => {
    if (touched.current) setSafe(keep(person, work));
  }, [person, work]);
  const change = useCallback((next: (work: Work) => Work) => {
    touched.current = true;
    setRestored(false);
    setWork(next);
  }, []);
  const forget = useCallback(() => {
    touched.current = false;
    keep(person, nothing);
  }, [person]);
  return { ...work, restored, safe, change, forget };
}
