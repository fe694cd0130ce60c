import { ok, type Result, refuse } from '@/domain/result';
import { looksBinary, type Repaired } from '@/domain/text';
import { LARGEST_TEXT } from './text';

const OTHER_EXTENSION =
  /\.(?:html?|xhtml|md|markdown|docx?|odt|rtf|pdf|pages|epub|png|jpe?g|gif|webp|zip|csv|xlsx?|pptx?|json|xml|eml|msg)$/i;

/** How files of other kinds begin, as Latin-1. */
const OTHER_KINDS: [kind: string, beginning: RegExp][] = [
  ['a PDF', /^%PDF-/],
  ['a word-processor document or archive', /^PK[^ -~]|^\xD0\xCF[^ -~]\xE0|^\{\\rtf/],
  ['a picture', /^\x89PNG|^\xFF\xD8\xFF|^GIF8|^RIFF....WEBP/s],
  ['a web page', /^\s*(?:<!doctype html|<html)/i],
  ['an archive', /^[^ -~]\x8B|^7z\xBC\xAF/],
];

const notYet = (what: string) =>
  refuse(
    'malformed',
    'format-not-yet',
    `Stet reads plain text for now, and this file is ${what}. Save the article as plain text (.txt), or paste its text.`,
  );

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const byteOrderMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
};

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What Windows-1252 has at 0x80 to 0x9F. Node 20's TextDecoder reads it as Latin-1, which has control characters there. */
const WINDOWS_80_9F = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

const western = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (control) => WINDOWS_80_9F[control.charCodeAt(0) - 0x80]!);

/** UTF-8, even with some bytes broken; where most of what is not ASCII is broken, Windows’ Western encoding. */
function decoded(bytes: Uint8Array): Repaired {
  const wide = byteOrderMark(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), repairs: [] };
  const text = new TextDecoder().decode(bytes);
  const broken = countOf(text, /\uFFFD/g);
  if (broken === 0) return { text, repairs: [] };
  if (countOf(text, /[^\p{ASCII}\uFFFD]/gu) > broken * 4)
    return { text, repairs: ['Broken characters are shown as \uFFFD.'] };
  return {
    text: western(bytes),
    repairs: [
      'The file is not in UTF-8; it was read as Western European (Windows-1252). Check its accents and quotes.',
    ],
  };
}

/**
 * The text of an uploaded file: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252; what was
 * assumed is said in `repairs`. Files of other kinds, told by how they begin or by their name, and binary ones are
 * refused as `malformed`, files over 2 MB as `too-large`.
 */
export function uploadedText(bytes: Uint8Array, fileName = ''): Result<Repaired> {
  if (bytes.length > LARGEST_TEXT) {
    return refuse('too-large', 'text-too-large', 'This file is over 2 MB. Upload the article alone, as plain text.');
  }
  const start = latin1(bytes.subarray(0, 64));
  const other = OTHER_KINDS.find(([, beginning]) => beginning.test(start));
  if (other) return notYet(other[0]);
  const extension = OTHER_EXTENSION.exec(fileName)?.[0];
  if (extension) return notYet(`called ${extension}`);
  const { text, repairs } = decoded(bytes);
  return looksBinary(text)
    ? refuse('malformed', 'text-binary', 'This is not text but a binary file. Save the article as plain text (.txt).')
    : ok({ text, repairs });
}
