import type { z } from 'zod';
import type { ProblemDocument } from '@/domain/contract/route';
import { type Answer, sentencesOf } from './call';

/** What is wrong with a form: a sentence for each field (`values.2.label`), and what concerns no single field. */
export type Refused = { fields: Record<string, string>; whole: string[] };

const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');

/** What the schema of a request has against it, before it is sent. Null if nothing. */
export function faultsIn(schema: z.ZodType, body: unknown): Refused | null {
  const parsed = schema.safeParse(body);
  if (parsed.success) return null;
  const refused: Refused = { fields: {}, whole: [] };
  for (const { path, message } of parsed.error.issues) {
    const field = path.join('.');
    if (field) refused.fields[field] ??= message;
    else refused.whole.push(message);
  }
  return refused;
}

/** What an answer has against a form, or null. The problems' pointers name the fields. */
export function refusedBy(answer: Answer<unknown>): Refused | null {
  if (answer.ok) return null;
  if (answer.offline)
    return { fields: {}, whole: ['The server did not answer. What you typed is still here: try again.'] };
  return sorted(answer.problem);
}

function sorted(problem: ProblemDocument): Refused {
  return refusedFor(problem.problems ?? []) ?? { fields: {}, whole: sentencesOf(problem) };
}

/** Broken rules as what is wrong with a form: their pointers name the fields. Null if there are none. */
export function refusedFor(problems: readonly { message: string; pointer?: string }[]): Refused | null {
  if (problems.length === 0) return null;
  const refused: Refused = { fields: {}, whole: [] };
  for (const { message, pointer } of problems) {
    const field = pointer === undefined ? '' : fieldOf(pointer);
    if (field) refused.fields[field] ??= message.replace(`${field}: `, '');
    else refused.whole.push(message);
  }
  return refused;
}
