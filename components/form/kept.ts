import { useCallback, useEffect, useRef, useState } from 'react';

function read<T>(key: string): T | null {
  try {
    const kept = localStorage.getItem(key);
    return kept ? (JSON.parse(kept) as T) : null;
  } catch {
    return null; // storage is switched off, or holds something else
  }
}

/** Whether the browser took it; null is taken out. */
function keep<T>(key: string, work: T | null): boolean {
  try {
    if (work === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(work));
    return true;
  } catch {
    return false;
  }
}

export type Kept<T> = T & {
  /** whether it comes from an earlier visit, untouched since */
  restored: boolean;
  /** whether this browser has it too, so that a reload loses nothing */
  safe: boolean;
  change: (next: (work: T) => T) => void;
  forget: () => void;
};

/**
 * Work that is long to make and not stored yet: every change is kept in this browser at once under the key, until it is
 * forgotten. `nothing` is what there is to begin with, and `isNothing` says what is not worth keeping; both stay the same.
 */
export function useKept<T extends object>(key: string, nothing: T, isNothing: (work: T) => boolean): Kept<T> {
  const [work, setWork] = useState(nothing);
  const [restored, setRestored] = useState(false);
  const [safe, setSafe] = useState(true);
  const touched = useRef(false);
  useEffect(() => {
    const kept = touched.current ? null : read<Partial<T>>(key);
    if (!kept) return;
    setWork((empty) => ({ ...empty, ...kept }));
    setRestored(true);
  }, [key]);
  useEffect(() => {
    if (touched.current) setSafe(keep(key, isNothing(work) ? null : work));
  }, [key, work, isNothing]);
  const change = useCallback((next: (work: T) => T) => {
    touched.current = true;
    setRestored(false);
    setWork(next);
  }, []);
  const forget = useCallback(() => {
    touched.current = false;
    keep(key, null);
  }, [key]);
  return { ...work, restored, safe, change, forget };
}
