import { z } from 'zod';

/** What kind of change an edit of a claim's words is, the most telling first. */
export const changeKinds = ['negation', 'number', 'date', 'name', 'quotation', 'modality', 'wording'] as const;
export const changeKindSchema = z.enum(changeKinds).describe('What changed in the words of a claim.');
export type ChangeKind = z.infer<typeof changeKindSchema>;
