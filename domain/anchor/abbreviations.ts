/** Where Unicode's sentence rules see an end that newspapers do not mean. */

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** A name always follows. */
const BEFORE_A_NAME = words(`
  mr mrs ms messrs mx dr prof sen sens rep reps gov govs gen gens col lt sgt cpl pvt maj capt cmdr adm brig hon rev fr
  pres sec atty amb supt insp det asst mt v vs cf e.g i.e viz approx`);

/** A figure follows when it is an abbreviation. */
const BEFORE_A_FIGURE = words(
  'no nos vol fig figs p pp art ch sec jan feb mar apr jun jul aug sep sept oct nov dec op',
);

/** May end a sentence or stand in it: the next word tells. So may any initial or "U.S.". */
const EITHER = words('inc corp ltd co cos bros llc jr sr ph.d st ft dept univ ave blvd rd etc al');

/** Words that open a sentence more often than they follow an abbreviation with a capital letter. */
const OPENERS = words(`
  a an the this that these those he she it its his her they their there we our you your i in on at by for from to of as
  and but or so yet if when while after before since until because although though however what who why how where which
  not no all some many most both each one then now`);

/** More than the longest abbreviation; a bound keeps the search linear on a word of any length. */
const TAIL = 24;
const LAST_WORD = /([\p{L}\p{N}.]*)\.$/u;
const FIRST_WORD = /^[\p{Ps}\p{Pi}"'\s]*([\p{L}\p{N}]+)/u;
const LOWER = /^[\p{Pd}\s]*\p{Ll}/u;
const FIGURE = /^[\p{Sc}#]?\p{Nd}/u;
const INITIAL = /^\p{Lu}$/u;
const ACRONYM = /^(\p{L}\.)+\p{L}$/u;

/**
 * Whether what follows still belongs to the sentence before it, although a sentence could end between them.
 * @param before the sentence so far, with the white space after it
 * @param after what follows in the same block
 */
export function continues(before: string, after: string): boolean {
  if (LOWER.test(after)) return true;
  const last = LAST_WORD.exec(before.trimEnd().slice(-TAIL))?.[1];
  if (!last) return false;
  const word = last.toLowerCase();
  if (BEFORE_A_NAME.has(word)) return true;
  if (FIGURE.test(after)) return BEFORE_A_FIGURE.has(word);
  if (!INITIAL.test(last) && !ACRONYM.test(last) && !EITHER.has(word)) return false;
  const next = FIRST_WORD.exec(after)?.[1];
  return next !== undefined && !OPENERS.has(next.toLowerCase());
}
