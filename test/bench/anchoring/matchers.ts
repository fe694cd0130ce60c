import search from 'approx-string-match';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';
import { anchorAll, type Described, type Reanchored, type Span } from '@/domain/anchor';

/** Where each claim stands in the new text, or null when it is gone. */
export type Matcher = (oldText: string, newText: string, claims: Described[], language: string) => (Span | null)[];

const spanOf = ({ start, end }: Reanchored): Span | null => (start === null ? null : { start, end: end! });

const stet: Matcher = (oldText, newText, claims, language) =>
  anchorAll(oldText, newText, claims, { language }).map(spanOf);

/** What each part of a match is worth, as the Hypothesis client documents it. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const MOST_ERRORS = 256;

type Match = Span & { errors: number };

function* places(text: string, quote: string): Generator<Match> {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    yield { start: at, end: at + quote.length, errors: 0 };
  }
}

/** Every place that says the quote, or else the places that come closest. */
function closest(text: string, quote: string, mostErrors: number): Match[] {
  const exact = [...places(text, quote)];
  return exact.length > 0 ? exact : search(text, quote, mostErrors);
}

function likeness(text: string, words: string): number {
  if (words === '') return 1;
  if (text === '') return 0;
  return 1 - closest(text, words, words.length)[0]!.errors / words.length;
}

function scoreOf(text: string, match: Match, { exact, prefix, suffix, start }: Described): number {
  return (
    WEIGHTS.quote * (1 - match.errors / exact.length) +
    WEIGHTS.prefix * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
    WEIGHTS.suffix * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
    WEIGHTS.position * (1 - Math.abs(match.start - start) / text.length)
  );
}

const approximate: Matcher = (_, newText, claims) =>
  claims.map((claim) => {
    const matches = closest(newText, claim.exact, Math.min(MOST_ERRORS, claim.exact.length / 2));
    const scored = matches.map((match) => ({ match, score: scoreOf(newText, match, claim) }));
    return scored.sort((x, y) => y.score - x.score)[0]?.match ?? null;
  });

const EQUAL = 0;
const INSERTED = 1;

/** How many units of a span a difference leaves in place. */
function keptOf({ start, end }: Span, diffs: [number, string][]): number {
  let kept = 0;
  let at = 0;
  for (const [how, { length }] of diffs) {
    if (how === EQUAL) kept += Math.max(0, Math.min(end, at + length) - Math.max(start, at));
    if (how !== INSERTED) at += length;
  }
  return kept;
}

const difference: Matcher = (oldText, newText, claims) => {
  const differ = new DiffMatchPatch();
  const diffs = differ.diff_main(oldText, newText);
  return claims.map(({ start, end }) => {
    const [from, to] = [differ.diff_xIndex(diffs, start), differ.diff_xIndex(diffs, end)];
    return from < to && keptOf({ start, end }, diffs) * 2 >= end - start ? { start: from, end: to } : null;
  });
};

/** Ours and the packages that others use, by name. */
export const matchers = new Map<string, Matcher>([
  ['Stet', stet],
  ['approx-string-match', approximate],
  ['diff-match-patch', difference],
]);
