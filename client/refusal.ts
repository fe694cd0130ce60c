import type { z } from 'zod';
import type { ProblemDocument } from '@/domain/contract/route';
import { type Answer, sentencesOf } from './call';

/** What is wrong with a form: a sentence for each field, and what concerns no single field. */
export type Refused = { fields: Record<string, string>; whole: string[] };

const firstStep = (pointer: string): string => pointer.split('/')[1] ?? '';

/** What the schema of a request has against it, before it is sent. Null if nothing. */
export function faultsIn(schema: z.ZodType, body: unknown): Refused | null {
  const parsed = schema.safeParse(body);
  if (parsed.success) return null;
  const refused: Refused = { fields: {}, whole: [] };
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? '');
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
  const refused: Refused = { fields: {}, whole: [] };
  for (const { message, pointer } of problem.problems ?? []) {
    const field = pointer === undefined ? '' : firstStep(pointer);
    if (field) refused.fields[field] ??= message.replace(`${field}: `, '');
    else refused.whole.push(message);
  }
  return problem.problems?.length ? refused : { fields: {}, whole: sentencesOf(problem) };
}
