import { strict } from 'chrono-node';

/** 4/5/2024 is April to some and May to others. */
const NUMERIC = /^(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}/;
const BEFORE = /(?:^|\b(?:first |last )?(?:published|updated|posted|modified|date|on|at))[\s:,(]*$/i;
const AFTER = /^[\s,.)]*(?:[A-Z]{2,5})?[\s,.)]*$/;

export type FoundDate = {
  /** `YYYY-MM-DD`, or null when month and day cannot be told apart */
  date: string | null;
  /** what the text says before the date and words like “Published on” */
  before: string;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function isAmbiguous(text: string): boolean {
  const numbers = NUMERIC.exec(text);
  return numbers !== null && Number(numbers[1]) <= 12 && Number(numbers[2]) <= 12 && numbers[1] !== numbers[2];
}

/**
 * The calendar date with which a short text ends, in the forms English-language papers write it (weekday, time and
 * zone may stand beside it), or null. The date is the one printed: no time zone moves it. A date without a year is none.
 */
export function endingDate(text: string): FoundDate | null {
  if (text.length > 120 || !/\d/.test(text)) return null;
  const [found, ...others] = strict.parse(text, new Date(2000, 0, 1));
  if (!found || others.length > 0) return null;
  const { start } = found;
  if (!start.isCertain('year') || !start.isCertain('month') || !start.isCertain('day')) return null;
  if (!AFTER.test(text.slice(found.index + found.text.length))) return null;
  const before = text
    .slice(0, found.index)
    .replace(BEFORE, '')
    .replace(/[\s,:(]+$/, '');
  if (isAmbiguous(found.text)) return { date: null, before };
  const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
  return { date: `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`, before };
}
