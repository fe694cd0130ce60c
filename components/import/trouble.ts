import { type Answer, sentencesOf } from '@/client/call';

/** Why something could not be imported: by the field (its JSON pointer) where there is one for it, else as a whole. */
export type Trouble = {
  fields: Record<string, string>;
  sentences: string[];
  /** where the session has ended: what is to be done once the person has signed in again */
  again?: () => void;
};

/** The parts of an import that a person has a box for. */
const shown = new Set(
  ['title', 'publication', 'publishedOn', 'byline', 'contact/name', 'contact/email', 'url', 'rights', 'scale'].concat(
    'language',
  ),
);
const kept = 'What you have here is kept in this browser.';

/** What is said where nobody was asked: the text was refused before it was sent. */
export const troubleWith = (...sentences: string[]): Trouble => ({ fields: {}, sentences });

/** What a refused request says to the person, in words; `again` is how to make it once more. */
export function troubleOf(answer: Extract<Answer<unknown>, { ok: false }>, again: () => void): Trouble {
  if (answer.offline) return troubleWith(`The server did not answer. ${kept} Try again in a moment.`);
  if (answer.status === 401) return { ...troubleWith(...sentencesOf(answer.problem), kept), again };
  const trouble: Trouble = troubleWith();
  for (const { pointer, message } of answer.problem.problems ?? []) {
    const field = pointer?.slice(1) ?? '';
    if (shown.has(field)) trouble.fields[field] ??= message.replace(/^[\w.]+: /, '');
    else trouble.sentences.push(message);
  }
  return answer.problem.problems?.length ? trouble : troubleWith(...sentencesOf(answer.problem));
}
