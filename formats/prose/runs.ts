import { safeHref } from '@/domain/safe-href';
import type { Inline } from './tree';

export type Marks = { strong: boolean; emphasis: boolean; href: string | null };
export type Piece = { type: 'text'; text: string } | { type: 'break' } | { type: 'citation'; number: number };
/** A piece of a paragraph with all its marks: the flat form of a paragraph, as the editor has it. */
export type Run = Piece & Marks;

export const UNMARKED: Marks = { strong: false, emphasis: false, href: null };

const isBlank = (run: Run): boolean => run.type === 'break' || (run.type === 'text' && run.text.trim() === '');

/** Line feeds inside a text become breaks, unsafe links plain text, citations inside a link their text. */
function atoms(run: Run): Run[] {
  const { strong, emphasis } = run;
  const marks = { strong, emphasis, href: run.href && safeHref(run.href) };
  if (run.type === 'citation' && marks.href) return [{ type: 'text', text: `[${run.number}]`, ...marks }];
  if (run.type !== 'text') return [{ ...run, ...marks }];
  return run.text
    .split(/\r\n?|\n/)
    .flatMap((text, i): Run[] => [
      ...(i > 0 ? [{ type: 'break' as const, ...marks }] : []),
      { type: 'text', text, ...marks },
    ])
    .filter((atom) => atom.type !== 'text' || atom.text !== '');
}

/** Drops blanks before each line, and breaks before the first. `trim` and the order of `runs` make it work from the end too. */
function trimmed(runs: Run[], trim: (text: string) => string): Run[] {
  const kept: Run[] = [];
  let lineIsEmpty = true;
  for (const run of runs) {
    if (run.type === 'break') {
      if (kept.length > 0) kept.push(run);
      lineIsEmpty = true;
      continue;
    }
    const text = run.type === 'text' && lineIsEmpty ? trim(run.text) : null;
    if (text === '') continue;
    kept.push(text === null ? run : { type: 'text', text, ...marksOf(run) });
    lineIsEmpty = false;
  }
  return kept;
}

const marksOf = ({ strong, emphasis, href }: Run): Marks => ({ strong, emphasis, href });

const trimmedLines = (runs: Run[]): Run[] =>
  trimmed(trimmed(runs, (text) => text.replace(/^[ \t]+/, '')).reverse(), (text) =>
    text.replace(/(?<![ \t])[ \t]+$/, ''),
  ).reverse();

type Same = (a: Run, b: Run) => boolean;

const sameLink: Same = (a, b) => a.href === b.href;
const sameStrong: Same = (a, b) => a.strong === b.strong && sameLink(a, b);
const sameMarks: Same = (a, b) => a.emphasis === b.emphasis && sameStrong(a, b);

/** Consecutive runs that are the same. */
function groups(runs: Run[], same: Same): Run[][] {
  const all: Run[][] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.[0] && same(last[0], run)) last.push(run);
    else all.push([run]);
  }
  return all;
}

/** A break has the marks that the words on both its sides share. */
function settledBreaks(runs: Run[]): Run[] {
  const words = runs.filter((run) => run.type !== 'break');
  let passed = 0;
  return runs.map((run): Run => {
    const [before, after] = [words[passed - 1] ?? UNMARKED, words[passed] ?? UNMARKED];
    if (run.type !== 'break') {
      passed += 1;
      return run;
    }
    return {
      type: 'break',
      strong: before.strong && after.strong,
      emphasis: before.emphasis && after.emphasis,
      href: before.href === after.href ? before.href : null,
    };
  });
}

/** Takes a mark off the blanks at both ends of a group: Markdown knows no `** bold **`. */
function unmarkedEdges(group: Run[], mark: 'strong' | 'emphasis'): Run[] {
  const off = { [mark]: false };
  const first = group.findIndex((run) => !isBlank(run));
  if (first < 0) return group.map((run) => ({ ...run, ...off }));
  const last = group.findLastIndex((run) => !isBlank(run));
  return group.flatMap((run, i): Run[] => {
    if (i < first || i > last) return [{ ...run, ...off }];
    if (run.type !== 'text' || (i !== first && i !== last)) return [run];
    const start = i === first ? run.text.length - run.text.trimStart().length : 0;
    const end = i === last ? run.text.trimEnd().length : run.text.length;
    return [
      { ...run, text: run.text.slice(0, start), ...off },
      { ...run, text: run.text.slice(start, end) },
      { ...run, text: run.text.slice(end), ...off },
    ].filter(({ text }) => text !== '');
  });
}

const within = (runs: Run[], same: Same, mark: 'strong' | 'emphasis'): Run[] =>
  groups(runs, same).flatMap((group) => (group[0]?.[mark] ? unmarkedEdges(group, mark) : group));

const withoutBlankLinks = (runs: Run[]): Run[] =>
  groups(runs, sameLink).flatMap((group) =>
    group.every(isBlank) ? group.map((run) => ({ ...run, href: null })) : group,
  );

function merged(runs: Run[]): Run[] {
  const all: Run[] = [];
  for (const group of groups(runs, (a, b) => a.type === 'text' && b.type === 'text' && sameMarks(a, b))) {
    const [run] = group;
    if (run?.type !== 'text') all.push(run!);
    else all.push({ ...run, text: group.map((part) => (part.type === 'text' ? part.text : '')).join('') });
  }
  return all;
}

/**
 * The one form in which a paragraph's runs can be printed and read back: no blanks at the edges of lines, strong or
 * emphasis, no link on blanks alone, neighbours with the same marks joined.
 */
export function canonical(runs: Run[]): Run[] {
  const linked = withoutBlankLinks(settledBreaks(trimmedLines(runs.flatMap(atoms))));
  const strong = within(linked, sameStrong, 'strong');
  return merged(within(strong, sameMarks, 'emphasis'));
}

const bare = (run: Run): Inline => {
  if (run.type === 'text') return { type: 'text', text: run.text };
  return run.type === 'break' ? { type: 'break' } : { type: 'citation', number: run.number };
};

const emphasised = (runs: Run[]): Inline[] =>
  groups(runs, sameMarks).flatMap((group): Inline[] =>
    group[0]?.emphasis ? [{ type: 'emphasis', children: group.map(bare) }] : group.map(bare),
  );

const strengthened = (runs: Run[]): Inline[] =>
  groups(runs, sameStrong).flatMap((group): Inline[] =>
    group[0]?.strong ? [{ type: 'strong', children: emphasised(group) }] : emphasised(group),
  );

/** The tree of a paragraph: links hold strong, strong holds emphasis. */
export const treeOf = (runs: Run[]): Inline[] =>
  groups(canonical(runs), sameLink).flatMap((group): Inline[] => {
    const href = group[0]?.href;
    return href ? [{ type: 'link', href, children: strengthened(group) }] : strengthened(group);
  });

/** The runs of a paragraph's tree, whatever holds what in it. */
export const runsOf = (nodes: Inline[], marks: Marks = UNMARKED): Run[] =>
  nodes.flatMap((node): Run[] => {
    if (node.type === 'strong') return runsOf(node.children, { ...marks, strong: true });
    if (node.type === 'emphasis') return runsOf(node.children, { ...marks, emphasis: true });
    if (node.type === 'link') return runsOf(node.children, { ...marks, href: node.href });
    return [{ ...node, ...marks }];
  });
