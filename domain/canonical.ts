import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What may be digested: no fractions and no unsafe integers, so that every JSON library writes the same bytes. */
export type Digestible =
  | string
  | boolean
  | null
  | number
  | readonly Digestible[]
  | { readonly [key: string]: Digestible };

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The canonical JSON of a value, RFC 8785 (JCS): no white space, keys sorted by UTF-16 code units.
 * Throws on what has no canonical form here (fractions, unsafe integers, undefined, lone surrogates).
 */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`A value of type ${typeof value} has no canonical form.`);
};

const canonicalString = (value: string): string => {
  if (!value.isWellFormed()) throw new TypeError('A string with an unpaired surrogate has no canonical form.');
  return JSON.stringify(value);
};

const canonicalNumber = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a safe integer.`);
  return Object.is(value, -0) ? '0' : String(value);
};

const canonicalObject = (value: Record<string, unknown>): string => {
  const keys = Object.keys(value).sort(byCodeUnits);
  return `{${keys.map((key) => `${canonicalString(key)}:${canonical(value[key])}`).join(',')}}`;
};

/** SHA-256 of a text's UTF-8 bytes, as 64 lowercase hex digits. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 over the canonical JSON of a value, as 64 lowercase hex digits. */
export const digestOf = (value: unknown): string => sha256Hex(canonical(value));

/** The strong entity tag of a representation (RFC 9110, 8.8.3): equal for all who are shown the same. */
export const etagOf = (representation: unknown): string => `"${digestOf(representation).slice(0, 32)}"`;
