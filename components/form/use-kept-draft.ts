import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { keep, kept } from '@/client/kept';

/**
 * What a person is typing that is given to nobody yet, kept in this browser under `name` until it is forgotten; when the
 * name changes it moves along. Begins with what was kept, if that is of the schema, else with `initial`.
 */
export function useKeptDraft<T>(name: string, schema: z.ZodType<T>, initial: T) {
  const [value, setValue] = useState<T>(() => schema.safeParse(kept(name)).data ?? initial);
  const under = useRef(name);
  useEffect(() => {
    if (under.current === name) return;
    const moved = kept(under.current);
    if (moved !== null) keep(name, moved);
    keep(under.current, null);
    under.current = name;
  }, [name]);
  const set = (next: T) => {
    setValue(next);
    keep(name, next);
  };
  return [value, set, () => keep(name, null)] as const;
}
