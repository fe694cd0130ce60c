import type { Repaired } from '@/domain/text';

const SOMETHING_TO_READ = /[^\p{C}\p{Z}]/u;
const ENDS_SENTENCE = /[.!?:;。！？…]["'”’»)\]]*$/u;
const STARTS_SMALL = /^\p{Ll}/u;
const ENDS_IN_HYPHEN = /\p{L}-$/u;

/** Widths at which people and programs break lines, in UTF-16 units. */
const NARROWEST_WRAP = 45;
const WIDEST_WRAP = 100;

/** Makes every kind of space a plain one and drops soft hyphens, which are no part of the words; says so in sentences. */
export function plainSpaces(text: string): Repaired {
  const repairs: string[] = [];
  const spaced = text.replace(/[\u00A0\u2007\u202F]/g, ' ');
  if (spaced !== text) repairs.push('Non-breaking spaces were made plain spaces.');
  const whole = spaced.replace(/\u00AD/g, '');
  if (whole !== spaced) repairs.push('Soft hyphens were removed.');
  return { text: whole.replace(/\t|[ \t]{2,}/g, ' '), repairs };
}

type Row = {
  text: string;
  /** a blank line stands before it */
  apart: boolean;
};

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let apart = false;
  for (const raw of text.split('\n')) {
    const blank = !SOMETHING_TO_READ.test(raw);
    if (!blank) rows.push({ text: raw.trim(), apart });
    apart = blank;
  }
  return rows;
}

/** Whether the next row's first word would not have fitted on this row, so that a fixed width ended it. */
function isFull(row: Row, next: Row, width: number): boolean {
  const space = next.text.indexOf(' ');
  return row.text.length + 1 + (space < 0 ? next.text.length : space) > width;
}

/** Whether a line plainly goes on in the next one: long, no end of a sentence, and the next starts with a small letter. */
const goesOn = (row: Row, next: Row): boolean =>
  row.text.length >= NARROWEST_WRAP && !ENDS_SENTENCE.test(row.text) && STARTS_SMALL.test(next.text);

/**
 * The width at which the text's lines are broken, or null when each line stands for itself. Lines count as broken when
 * none is longer than a page is wide, most breaks inside a block come where the next word would not have fitted, and
 * most of those come inside a sentence.
 */
function wrapWidth(rows: Row[]): number | null {
  const width = rows.reduce((widest, { text }) => (text.includes(' ') ? Math.max(widest, text.length) : widest), 0);
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return null;
  const breaks = rows.flatMap((row, i) => {
    const next = rows[i + 1];
    return next && !next.apart ? [{ row, next }] : [];
  });
  const full = breaks.filter(({ row, next }) => isFull(row, next, width));
  const insideSentence = full.filter(({ row }) => !ENDS_SENTENCE.test(row.text));
  const most = (part: unknown[], whole: unknown[]) => part.length * 10 >= whole.length * 6;
  return full.length >= 2 && most(full, breaks) && most(insideSentence, full) ? width : null;
}

/** A word broken at its hyphen keeps it, since it may be one of its own. */
const joined = (parts: string[]): string =>
  parts
    .map((part, i) => {
      const before = parts[i - 1];
      if (before === undefined || (ENDS_IN_HYPHEN.test(before) && STARTS_SMALL.test(part))) return part;
      return ` ${part}`;
    })
    .join('');

/**
 * The lines of a text without the blank ones. A line is a paragraph of its own unless the text is broken at a fixed
 * width, or a line plainly goes on in the next one; those are joined again.
 */
export function linesOf(text: string): { lines: string[]; rejoined: boolean } {
  const rows = rowsOf(text);
  const width = wrapWidth(rows);
  const lines: string[] = [];
  let parts: string[] = [];
  rows.forEach((row, i) => {
    parts.push(row.text);
    const next = rows[i + 1];
    if (next && !next.apart && (goesOn(row, next) || (width !== null && isFull(row, next, width)))) return;
    lines.push(joined(parts));
    parts = [];
  });
  return { lines, rejoined: lines.length < rows.length };
}
