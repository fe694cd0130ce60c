import { useCallback } from 'react';
import { type Kept, useKept } from '../form/use-kept';
import type { BatchFile } from './batch';
import type { Draft } from './draft';
import type { Rich } from './rich';

/** An import that is under way and not stored: the pasted text, or the draft made of it. */
export type Work = {
  pasted: string;
  /** what the pasted text is more than text; forgotten as soon as the text is changed */
  rich?: Rich | null;
  draft: Draft | null;
  /** several files that are brought in together */
  batch?: BatchFile[];
};

const nothing: Work = { pasted: '', draft: null };
const isNothing = ({ pasted, draft, batch }: Work): boolean => pasted === '' && draft === null && !batch?.length;

export type KeptWork = Kept<Work> & { changeBatch: (next: (batch: BatchFile[]) => BatchFile[]) => void };

/** What this person is importing in this browser. */
export function useKeptWork(person: string): KeptWork {
  const work = useKept(`stet.import.${person}`, nothing, isNothing);
  const { change } = work;
  const changeBatch = useCallback(
    (next: (batch: BatchFile[]) => BatchFile[]) => change((now) => ({ ...now, batch: next(now.batch ?? []) })),
    [change],
  );
  return { ...work, changeBatch };
}
