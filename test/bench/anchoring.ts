import { anchorAll, anchorStates } from '@/domain/anchor';
import { type JudgedClaim, type RevisionCase, readCases } from './anchoring/cases';
import { type Matcher, matchers } from './anchoring/matchers';
import { Tally } from './anchoring/score';
import { type Load, manyClaims, oneClaim, oneClaimAmongEdits, timeOf } from './anchoring/speed';
import { printTable } from './table';

/** What a claim is counted under: its set as a whole, and what became of its passage there. */
const groupsOf = ({ set }: RevisionCase, { stratum }: JudgedClaim): [string, string] => [set, `${set}, ${stratum}`];

function judge(matcher: Matcher, cases: RevisionCase[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const revision of cases) {
    const { oldText, newText, claims, language } = revision;
    matcher(oldText, newText, claims, language).forEach((span, at) => {
      for (const group of groupsOf(revision, claims[at]!)) {
        const tally = tallies.get(group) ?? new Tally();
        tally.add(claims[at]!, span);
        tallies.set(group, tally);
      }
    });
  }
  return tallies;
}

const rowsOf = (name: string, tallies: Map<string, Tally>, groups: string[]): string[][] =>
  groups.map((group) => [`${group}: ${name}`, ...tallies.get(group)!.cells, String(tallies.get(group)!.claims)]);

function printAccuracy(cases: RevisionCase[]): void {
  const judged = [...matchers].map(([name, matcher]) => ({ name, tallies: judge(matcher, cases) }));
  const groups = [...judged[0]!.tallies.keys()].sort();
  const head = ['', ...Tally.head, 'claims'];
  const sets = groups.filter((group) => !group.includes(','));
  printTable(
    'Claims found again (exact: of ends that are certain; wrong: of all claims)',
    head,
    sets.flatMap((group) => judged.flatMap(({ name, tallies }) => rowsOf(name, tallies, [group]))),
  );
  for (const { name, tallies } of judged) {
    const strata = groups.filter((group) => group.includes(','));
    printTable(`${name}, by what became of the passage`, head, rowsOf(name, tallies, strata));
  }
}

const upTo = (counts: Map<string, number>, most: number): string =>
  [...counts]
    .sort(([, x], [, y]) => y - x)
    .slice(0, most)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');

/** The states that each kind of edit leads to, and what is said to have changed. */
function printStates(cases: RevisionCase[]): void {
  const states = new Map<string, Map<string, number>>();
  const kinds = new Map<string, Map<string, number>>();
  const count = (counts: Map<string, Map<string, number>>, group: string, what: string) => {
    const inGroup = counts.get(group) ?? new Map<string, number>();
    counts.set(group, inGroup.set(what, (inGroup.get(what) ?? 0) + 1));
  };
  for (const { set, oldText, newText, claims, language } of cases) {
    anchorAll(oldText, newText, claims, { language }).forEach(({ state, changes }, at) => {
      const { stratum, edit } = claims[at]!;
      const group = [set, stratum, edit].filter(Boolean).join(', ');
      count(states, group, state);
      for (const kind of changes.slice(0, 1)) count(kinds, group, kind);
    });
  }
  const rows = [...states.keys()].sort().map((group) => {
    const cells = anchorStates.map((state) => String(states.get(group)!.get(state) ?? 0));
    return [group, ...cells, upTo(kinds.get(group) ?? new Map(), 4)];
  });
  printTable('States that Stet gives, by edit', ['', ...anchorStates, 'what changed, first said'], rows);
}

const loads: [string, () => Load][] = [
  ['1,000 claims on 100,000 characters', manyClaims],
  ['one claim on 1 MB, its sentence edited', () => oneClaim('edited')],
  ['one claim on 1 MB, its sentence gone', () => oneClaim('gone')],
  ['one claim on 1 MB, one sentence in a hundred edited', oneClaimAmongEdits],
];

function printSpeed(): void {
  const rows = loads.flatMap(([what, make]) => {
    const load = make();
    const times = [...matchers].map(([name, matcher]) => ({ name, ...timeOf(matcher, load) }));
    const ours = times[0]!.processor;
    return times.map(({ name, clock, processor }) => [
      `${what}: ${name}`,
      clock.toFixed(1),
      processor.toFixed(1),
      (processor / ours).toFixed(1),
    ]);
  });
  printTable('Time, in ms (medians)', ['', 'by the clock', 'of the processor', 'times ours'], rows);
}

/**
 * How well and how fast claims are found again, beside the packages that others use, over the revisions in files of one
 * JSON object a line: `{set, id, language, oldText, newText, claims}`. Without a file, only how fast.
 */
export function benchAnchoring(files: string[]): void {
  const cases = files.flatMap(readCases);
  if (cases.length > 0) {
    printAccuracy(cases);
    printStates(cases);
  }
  printSpeed();
}
