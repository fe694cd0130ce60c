import { ok, type Result, refuse } from '../result';

/** Whether a person's name and address may be erased: for good, so only of somebody who is out already. */
export function mayErasePerson(person: { disabled: boolean; erased: boolean; oneself: boolean }): Result<true> {
  if (person.erased) return erasedBefore('The name and address of this person were');
  if (person.oneself)
    return refuse('rule', 'oneself', 'Another administrator erases your name, once your account is disabled.');
  if (!person.disabled)
    return refuse('rule', 'not-disabled', 'This person can still sign in. Disable the account first, then erase it.');
  return ok(true);
}

/** Whether the words of a claim may be erased: nothing that readers are still shown may vanish without a notice. */
export function mayEraseClaim(claim: { published: boolean; withdrawn: boolean; erased: boolean }): Result<true> {
  if (claim.erased) return erasedBefore('The words of this claim were');
  if (claim.withdrawn) return ok(true);
  return claim.published
    ? refuse(
        'rule',
        'not-withdrawn',
        'Editions still show this claim. Withdraw it from all of them first, then erase it.',
      )
    : refuse(
        'rule',
        'never-published',
        'No edition ever had this claim, so it was not withdrawn from any. Only withdrawn claims are erased: drop this one.',
      );
}

/** Whether the words of an edition may be erased. */
export function mayEraseEdition(edition: { withdrawn: boolean; erased: boolean }): Result<true> {
  if (edition.erased) return erasedBefore('The words of this edition were');
  return edition.withdrawn
    ? ok(true)
    : refuse('rule', 'not-withdrawn', 'Readers are still shown this edition. Withdraw it first, then erase it.');
}

const erasedBefore = (what: string): Result<never> =>
  refuse('rule', 'erased-before', `${what} erased before, for good. There is nothing left to erase.`);

/** Shorter ones stand in any sentence, and say nothing by themselves. */
const LEAST = 4;

/** The words worth looking for elsewhere, each once. */
export const tellingWords = (words: readonly (string | null | undefined)[]): string[] => [
  ...new Set(words.flatMap((each) => (each && each.trim().length >= LEAST ? [each.trim()] : []))),
];

/** Refuses a reason that would keep in the log what is to be erased; case is no difference. */
export function keepsNothing(reason: string, words: readonly (string | null | undefined)[]): Result<true> {
  const said = reason.toLocaleLowerCase('en');
  const kept = tellingWords(words).find((each) => said.includes(each.toLocaleLowerCase('en')));
  if (kept === undefined) return ok(true);
  const message = 'The reason repeats what is to be erased, and the log keeps it. Say why without those words.';
  return refuse('rule', 'reason-repeats', message, { pointer: '/reason' });
}
