import { anchorAll, type ChangeKind, type Described, describeSpan, type Span } from '../anchor';
import { type Finding, isIntact, type Place, type Stood } from './place';

/** A text of the article by the number of its revision. */
export type NumberedText = { number: number; text: string };

/** A place with the words that a person last selected or settled there. */
export type Worded = { place: Place; words: string };

/** A place in the new revision, and what to report of it. */
export type Followed = { place: Place; finding: Finding };

/** What one look into the new text found. */
type Look = { state: Place['state']; span: Span | null; changes: ChangeKind[] };
const lost: Look = { state: 'lost', span: null, changes: [] };

/** Where words are looked for from: where they last stood as settled. */
export const footingOf = ({ footing, ...place }: Place, revision: number): Stood =>
  footing ?? { revision, ...described(place) };

const described = ({ start, end, exact, prefix, suffix }: Described): Described => ({
  start,
  end,
  exact,
  prefix,
  suffix,
});

const look = (from: string, to: string, anchors: readonly Described[], language: string): Look[] =>
  anchorAll(from, to, anchors, { language }).map(({ state, start, end, changes }) =>
    start === null || start === end ? lost : { state, span: { start, end }, changes },
  );

/** Whether words are the same as others, typography aside, or what kind of change makes the ones of the others. */
function compared(was: string, now: string, language: string): { same: boolean; changes: ChangeKind[] } {
  const whole = { start: 0, end: was.length, exact: was, prefix: '', suffix: '' };
  const [found = lost] = look(was, now, [whole], language);
  const same = isIntact(found.state) && found.span?.start === 0 && found.span.end === now.length;
  return { same, changes: same ? [] : found.changes.length > 0 ? found.changes : ['wording'] };
}

/**
 * Follows places from one revision into the next, in the same order. Each is looked for from where it last stood as a
 * person settled it, so that words which come back are found to be those, and words which changed stay `changed`
 * however they change again. Words that cannot be found from there are also followed from where a changed form of them
 * stood in the revision before. `textOf` gives the text of any revision of the article.
 */
export function follow(
  places: readonly Worded[],
  before: NumberedText,
  now: NumberedText,
  textOf: (revision: number) => string,
  language: string,
): Followed[] {
  const footings = places.map(({ place }) => footingOf(place, before.number));
  const looks = new Array<Look>(places.length).fill(lost);
  for (const revision of new Set(footings.map((footing) => footing.revision))) {
    const which = [...footings.keys()].filter((index) => footings[index]!.revision === revision);
    const anchors = which.map((index) => footings[index]!);
    for (const [at, found] of look(textOf(revision), now.text, anchors, language).entries()) looks[which[at]!] = found;
  }
  const astray = [...places.keys()].filter((index) => !looks[index]!.span && places[index]!.place.state === 'changed');
  const guesses = look(
    before.text,
    now.text,
    astray.map((index) => described(places[index]!.place)),
    language,
  );
  for (const [at, { span }] of guesses.entries()) {
    if (span) looks[astray[at]!] = guessed(footings[astray[at]!]!.exact, span, now.text, language);
  }
  return places.map((worded, index) => followed(worded, footings[index]!, looks[index]!, now.text));
}

/** Words found by a changed form of them: changed, unless they have become what they were. */
function guessed(was: string, span: Span, text: string, language: string): Look {
  const { same, changes } = compared(was, text.slice(span.start, span.end), language);
  return { state: same ? 'moved' : 'changed', span, changes };
}

function followed({ place, words }: Worded, footing: Stood, { state, span, changes }: Look, text: string): Followed {
  const there = span === null ? described(footing) : describeSpan(text, span);
  const intact = isIntact(state);
  return {
    place: { ...there, state, footing: intact ? null : footing, kept: place.kept && !intact },
    finding: { state, was: words, now: span && there.exact, changes, from: footing, to: span },
  };
}

/** Follows the headline, which a claim is about as a whole: any other words, or more of them, are a change. */
export function followHeadline({ place }: Worded, before: number, title: string, language: string): Followed {
  const footing = footingOf(place, before);
  const { same, changes } = compared(footing.exact, title, language);
  const state = footing.exact === title ? 'exact' : same ? 'moved' : 'changed';
  return followed(
    { place, words: footing.exact },
    footing,
    { state, span: { start: 0, end: title.length }, changes },
    title,
  );
}
