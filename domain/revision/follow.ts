import { anchorAll, type ChangeKind, type Described, describeSpan, type Span } from '../anchor';
import { type Finding, isIntact, type Place, type Stood } from './place';

/** A text of the article by the number of its revision. */
export type NumberedText = { number: number; text: string };

/** A place with the words that a person last selected or settled there. */
export type Worded = { place: Place; words: string };

/** A place in the new revision, and what to report of it. */
export type Followed = { place: Place; finding: Finding };

type Step = { span: Span | null; intact: boolean; exact: boolean; changes: ChangeKind[] };
const nowhere: Step = { span: null, intact: false, exact: false, changes: [] };

/** Where words are looked for from: where they last stood as settled. */
export const footingOf = ({ place }: Worded, revision: number): Stood =>
  place.footing ?? { revision, ...described(place) };

const described = ({ start, end, exact, prefix, suffix }: Described): Described => ({
  start,
  end,
  exact,
  prefix,
  suffix,
});

function steps(from: string, to: string, anchors: readonly Described[], language: string): Step[] {
  return anchorAll(from, to, anchors, { language }).map(({ state, start, end, changes }) =>
    start === null || end === null || state === 'lost'
      ? nowhere
      : { span: { start, end }, intact: isIntact(state), exact: state === 'exact', changes },
  );
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
  const footings = places.map((worded) => footingOf(worded, before.number));
  const found = new Array<Step>(places.length).fill(nowhere);
  for (const revision of new Set(footings.map((footing) => footing.revision))) {
    const which = [...footings.keys()].filter((index) => footings[index]!.revision === revision);
    const made = steps(
      textOf(revision),
      now.text,
      which.map((index) => footings[index]!),
      language,
    );
    for (const [at, index] of which.entries()) found[index] = made[at]!;
  }
  const astray = [...places.keys()].filter((index) => !found[index]!.span && places[index]!.place.state === 'changed');
  const guesses = astray.map((index) => described(places[index]!.place));
  for (const [at, step] of steps(before.text, now.text, guesses, language).entries()) {
    const changes: ChangeKind[] = step.changes.length > 0 ? step.changes : ['wording'];
    if (step.span) found[astray[at]!] = { ...step, intact: false, changes };
  }
  return places.map((worded, index) => followed(worded, footings[index]!, found[index]!, now));
}

function followed({ place, words }: Worded, footing: Stood, step: Step, { text }: NumberedText): Followed {
  const { span, intact, changes } = step;
  const state = span === null ? 'lost' : !intact ? 'changed' : step.exact ? 'exact' : 'moved';
  const there = span === null ? described(footing) : describeSpan(text, span);
  return {
    place: { ...there, state, footing: intact ? null : footing, kept: place.kept && !intact },
    finding: { state, was: words, now: span && there.exact, changes, from: footing, to: span },
  };
}

/** Follows the headline, which a claim is about as a whole: any other words, or more of them, are a change. */
export function followHeadline({ place, words }: Worded, before: number, title: string, language: string): Followed {
  const footing = footingOf({ place, words }, before);
  const [found] = anchorAll(footing.exact, title, [{ ...footing, start: 0, end: footing.exact.length }], { language });
  const whole = found?.start === 0 && found.end === title.length;
  const intact = whole && isIntact(found.state);
  const changes: ChangeKind[] = intact ? [] : found && found.changes.length > 0 ? found.changes : ['wording'];
  const span = { start: 0, end: title.length };
  const state = !intact ? 'changed' : found.state;
  return {
    place: { ...describeSpan(title, span), state, footing: intact ? null : footing, kept: place.kept && !intact },
    finding: { state, was: footing.exact, now: title, changes, from: footing, to: span },
  };
}
