import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, kept } from '@/client/kept';

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
    const left = touched.current ? null : (kept(key) as Partial<T> | null);
    if (!left) return;
    setWork((empty) => ({ ...empty, ...left }));
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
