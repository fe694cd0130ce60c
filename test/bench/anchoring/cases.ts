import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { describedSchema, spanSchema } from '@/domain/anchor';

/** A claim of the old text, and where it stands in the new: the right spans, the best first, or none when it is gone. */
const claimSchema = describedSchema.extend({
  stratum: z.string(),
  /** What a script did to the text, where one did. */
  edit: z.string().optional(),
  accept: z.array(spanSchema),
  /** Whether the truth is sure of both ends to the character. */
  certainEnds: z.boolean().default(true),
});

const caseSchema = z.object({
  set: z.string(),
  id: z.string(),
  language: z.string(),
  oldText: z.string(),
  newText: z.string(),
  claims: z.array(claimSchema),
});

export type JudgedClaim = z.infer<typeof claimSchema>;
export type RevisionCase = z.infer<typeof caseSchema>;

/** The revisions in a file of one JSON object a line, compressed or not. Throws when a line is not one. */
export function readCases(file: string): RevisionCase[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => caseSchema.parse(JSON.parse(line)));
}
