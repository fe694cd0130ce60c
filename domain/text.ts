import { z } from 'zod';

const NUL = '\0';
const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const BREAK_OR_CONTROL = /[\p{Cc}\u2028\u2029]/u;
const SOMETHING_TO_READ = /[^\p{C}\p{Z}]/u;
const MARKS = /\p{M}+/gu;

/** Longest run of combining marks that is still normalised: sorting a run costs its length squared. */
const LONGEST_RUN_OF_MARKS = 300;

/** Whether the text survives storage and UTF-8: it holds no NUL and no half of a surrogate pair. */
export const isWellFormed = (text: string): boolean => !text.includes(NUL) && !LONE_SURROGATE.test(text);

/**
 * Schema of a text of many lines, without transform, for contract schemas. Lengths are code points, as zod and JSON
 * Schema count them, so that the OpenAPI document states just what is enforced. A text that is too long gives zod's
 * issue `too_big` with origin `string` (413); everything else is malformed (400).
 * Control, bidirectional and zero-width characters are kept: a text is shown as it was typed.
 */
export const text = ({ max, min = 0 }: { max: number; min?: number }) =>
  z
    .string()
    .min(min, { error: min === 1 ? 'This may not be empty.' : `This needs at least ${min} characters.` })
    .max(max, { error: `This is longer than the ${max.toLocaleString('en-GB')} characters it may have. Shorten it.` })
    .refine((value) => !value.includes(NUL), {
      error: 'This holds a NUL character, which cannot be stored. Remove it.',
    })
    .refine((value) => !LONE_SURROGATE.test(value), {
      error: 'This holds half of a character (an unpaired surrogate), which cannot be stored. Remove it.',
    });

/** `text` without a lower limit. */
export const wellFormed = (max: number) => text({ max });

/** Schema of a name, title or address: one line with something to read in it, without line breaks or control characters. */
export const line = ({ max }: { max: number }) =>
  text({ max })
    .refine((value) => !BREAK_OR_CONTROL.test(value), {
      error: 'This is a single line: remove line breaks, tabs and control characters.',
    })
    .refine((value) => SOMETHING_TO_READ.test(value), { error: 'This may not be blank.' });

/**
 * Unicode's composed form (NFC) of a text. A text with more than 300 combining marks in a row, which no language
 * writes, is left as it is: normalising 80,000 such marks took 1.3 s and the cost is quadratic.
 */
export function composed(value: string): string {
  for (const [run] of value.matchAll(MARKS)) if (run.length > LONGEST_RUN_OF_MARKS) return value;
  return value.normalize('NFC');
}

/**
 * A copy of a plain JSON value with every string in it composed (NFC); keys are left alone. The API's door calls it
 * once, between parsing the JSON and parsing by the contract, so that length limits hold for what is stored.
 * It does not recurse, so no depth of nesting overflows the stack.
 */
export function normalise<T>(value: T): T {
  const root: { value: unknown } = { value };
  const open: object[] = [root];
  for (let holder = open.pop(); holder; holder = open.pop()) {
    const fields = holder as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      const field = fields[key];
      if (typeof field === 'string') fields[key] = composed(field);
      else if (typeof field === 'object' && field !== null) {
        const copy = Array.isArray(field) ? [...field] : { ...field };
        fields[key] = copy;
        open.push(copy);
      }
    }
  }
  return root.value as T;
}

export type Repaired = { text: string; repairs: string[] };

const count = (many: number, one: string, more = `${one}s`): string =>
  many === 1 ? `One ${one} was` : `${many.toLocaleString('en-GB')} ${more} were`;

type Repair = { find: RegExp; put: string; say: (found: number) => string };

/** In this order: pairs of CR and LF before single ones, and surrogates after the characters between them are gone. */
const REPAIRS: Repair[] = [
  { find: /^\uFEFF/g, put: '', say: () => 'The byte order mark at the start was removed.' },
  { find: /\0/g, put: '', say: (n) => `${count(n, 'NUL character')} removed.` },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it replaces
    find: /\r\n?|[\u000B\f\u0085\u2028\u2029]/g,
    put: '\n',
    say: () => 'Line endings were made uniform.',
  },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
    find: /[\u0001-\u0008\u000E-\u001F\u007F-\u009F]/g,
    put: '',
    say: (n) => `${count(n, 'control character')} removed.`,
  },
  {
    find: LONE_SURROGATES,
    put: '\uFFFD',
    say: (n) => `${count(n, 'broken character')} replaced by \uFFFD.`,
  },
];

/**
 * Makes foreign text fit to be stored, and says in sentences what it changed: byte order mark, NUL, control characters,
 * unpaired surrogates, line endings (all become LF), composed form. Tabs and everything visible stay. Idempotent.
 */
export function repair(foreign: string): Repaired {
  const repairs: string[] = [];
  let mended = foreign;
  for (const { find, put, say } of REPAIRS) {
    let found = 0;
    mended = mended.replace(find, () => {
      found += 1;
      return put;
    });
    if (found > 0) repairs.push(say(found));
  }
  const whole = composed(mended);
  if (whole !== mended) repairs.push('Letters typed in parts (accents apart from their letter) were joined.');
  return { text: whole, repairs };
}

const isControl = (unit: number): boolean => unit < 9 || (unit > 13 && unit < 32 && unit !== 27) || unit === 127;

/**
 * Whether this is no text but a program, picture or archive: at least 4 control characters, and one in 25 or more.
 * Random or compressed bytes hold one in 10; text holds none but an accident. Text in UTF-16 is decoded first.
 */
export function looksBinary(content: string | Uint8Array): boolean {
  let controls = 0;
  for (let i = 0; i < content.length; i += 1) {
    if (isControl(typeof content === 'string' ? content.charCodeAt(i) : content[i]!)) controls += 1;
  }
  return controls >= 4 && controls * 25 >= content.length;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** The length of a well-formed text in code points; its `length` is in UTF-16 units. */
export function codePointsIn(value: string): number {
  let pairs = 0;
  for (let at = 0; at < value.length; at += 1) if (isHighSurrogate(value.charCodeAt(at))) pairs += 1;
  return value.length - pairs;
}

/** The text blocks of a revision's plain text, which are joined by one line feed each. */
export const paragraphsOf = (plain: string): string[] => plain.split('\n');
