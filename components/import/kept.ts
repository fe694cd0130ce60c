import { type Kept, useKept } from '../form/kept';
import type { Draft } from './draft';

/** An import that is under way and not stored: the pasted text, or the draft made of it. */
export type Work = { pasted: string; draft: Draft | null };

const nothing: Work = { pasted: '', draft: null };
const isNothing = ({ pasted, draft }: Work): boolean => pasted === '' && draft === null;

export type KeptWork = Kept<Work>;

/** What this person is importing in this browser. */
export const useKeptWork = (person: string): KeptWork => useKept(`stet.import.${person}`, nothing, isNothing);
