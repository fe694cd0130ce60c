import { type Answer, sentencesOf } from '@/client/call';
import { type RevisionHead, revisionHeadSchema } from '@/domain/article';

/** Why a revision could not be looked at or added. */
export type Refusal =
  /** the text says what the newest revision says */
  | { kind: 'same'; sentence: string }
  /** somebody added a revision since; `newest` is that one */
  | { kind: 'stale'; newest: RevisionHead }
  /** `again`, where the session has ended: what is to be done once the person has signed in */
  | { kind: 'other'; sentences: string[]; again?: () => void };

const kept = 'What you have here is kept in this browser.';

/** A refusal that nobody was asked for: the text was not sent. */
export const refusedUnsent = (sentence: string): Refusal => ({ kind: 'other', sentences: [sentence] });

/** What a refused request says, in words; `again` is how to make it once more. */
export function refusalOf(answer: Extract<Answer<unknown>, { ok: false }>, again: () => void): Refusal {
  if (answer.offline) return refusedUnsent(`The server did not answer. ${kept} Try again in a moment.`);
  const { status, problem } = answer;
  const newest = revisionHeadSchema.safeParse(problem.current);
  if (status === 412 && newest.success) return { kind: 'stale', newest: newest.data };
  const same = problem.problems?.find(({ rule }) => rule === 'same-text');
  if (same) return { kind: 'same', sentence: same.message };
  const sentences = sentencesOf(problem).map((sentence) => sentence.replace(/^[\w.]+: /, ''));
  return status === 401 ? { kind: 'other', sentences: [...sentences, kept], again } : { kind: 'other', sentences };
}
