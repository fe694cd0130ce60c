import sniff from 'html-encoding-sniffer';
import { ok, type Result, refuse } from '@/domain/result';
import { looksBinary, type Repaired } from '@/domain/text';

/** What Windows-1252 has at 0x80 to 0x9F. Node 20's TextDecoder reads it as Latin-1, which has control characters there. */
const WINDOWS_80_9F = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

const western = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (control) => WINDOWS_80_9F[control.charCodeAt(0) - 0x80]!);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const hasByteOrderMark = ([a, b, c]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Broken UTF-8 with more sound characters than broken ones, or Windows’ Western encoding. */
function mended(bytes: Uint8Array): Repaired {
  const text = new TextDecoder().decode(bytes);
  if (countOf(text, /[^\p{ASCII}\uFFFD]/gu) > countOf(text, /\uFFFD/g) * 4) {
    return { text, repairs: ['Broken characters are shown as \uFFFD.'] };
  }
  return {
    text: western(bytes),
    repairs: [
      'The file is not in UTF-8; it was read as Western European (Windows-1252). Check its accents and quotes.',
    ],
  };
}

/** The encoding that the bytes, the sender or the page names; null where none does. */
function named(bytes: Uint8Array, charset: string | null, isHtml: boolean): string | null {
  const options = {
    ...(charset === null ? {} : { transportLayerEncodingLabel: charset }),
    defaultEncoding: 'replacement',
  };
  const name = sniff(isHtml ? bytes : bytes.subarray(0, 4), options);
  return name === 'replacement' ? null : name;
}

/** As an encoding that Node may lack; null where it does. */
function as(name: string, bytes: Uint8Array): string | null {
  if (name === 'windows-1252') return western(bytes);
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text that bytes hold. A byte order mark is believed first. Then bytes that are UTF-8 throughout are UTF-8,
 * whatever is said of them, since no other encoding looks like it by accident; then what the sender names (`charset`),
 * then what a page names in its first kilobyte; then Windows-1252, which is said in `repairs`.
 * Refuses, as `malformed`, what is no text.
 */
export function decoded(bytes: Uint8Array, charset: string | null, isHtml: boolean): Result<Repaired> {
  const read = decode(bytes, charset, isHtml);
  return looksBinary(read.text)
    ? refuse('malformed', 'text-binary', 'This is not text but a binary file. Save the article as plain text (.txt).')
    : ok(read);
}

function decode(bytes: Uint8Array, charset: string | null, isHtml: boolean): Repaired {
  const name = named(bytes, charset, isHtml);
  const utf16 = name?.startsWith('UTF-16');
  if (name && (hasByteOrderMark(bytes) || (utf16 && bytes.includes(0)))) {
    return { text: new TextDecoder(name).decode(bytes), repairs: [] };
  }
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), repairs: [] };
  const text = !name || name === 'UTF-8' || utf16 ? null : as(name, bytes);
  return text === null ? mended(bytes) : { text, repairs: [] };
}
