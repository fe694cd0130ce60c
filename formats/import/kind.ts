import { ok, type Result, refuse } from '@/domain/result';
import { isLocked } from './docx';

export type Kind = 'text' | 'html' | 'markdown' | 'docx';

const readable = 'Stet reads text (.txt), web pages (.html), Markdown (.md) and Word documents (.docx).';

const other = (what: string) =>
  refuse(
    'malformed',
    'format-unknown',
    `This file is ${what}. ${readable} Save the article as one, or paste its text.`,
  );

/** How files of kinds that are not read begin, as Latin-1. */
const OTHER_KINDS: [kind: string, beginning: RegExp][] = [
  ['a PDF', /^%PDF-/],
  ['in rich text format (.rtf)', /^\{\\rtf/],
  ['a picture', /^\x89PNG|^\xFF\xD8\xFF|^GIF8|^RIFF....WEBP/s],
  ['an archive', /^[^ -~]\x8B|^7z\xBC\xAF/],
];
const OTHER_NAME =
  /\.(?:docm|dotm|doc|dotx?|odt|rtf|pdf|pages|epub|png|jpe?g|gif|webp|zip|csv|xlsx?|pptx?|json|xml|eml|msg)$/i;

const byName: [RegExp, Kind][] = [
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.docx$/i, 'docx'],
  [/\.txt$/i, 'text'],
];
const byType: [RegExp, Kind][] = [
  [/^(?:text\/html|application\/xhtml\+xml)\b/i, 'html'],
  [/^text\/(?:x-)?markdown\b/i, 'markdown'],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\b/i, 'docx'],
];

const LOCKED = 'This Word document is protected by a password. Save it without one, or paste its text.';
const OLD_WORD = 'This is a document of an old Office format (.doc). Save it as .docx, or paste its text.';

/** By how the bytes begin, whatever the file is called; null when they may be text. */
function byBytes(bytes: Uint8Array): Result<Kind> | null {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  if (/^PK(?:\cC\cD|\cE\cF)/.test(start)) return ok('docx');
  if (/^\xD0\xCF\cQ\xE0/.test(start)) {
    return isLocked(bytes) ? refuse('malformed', 'docx-locked', LOCKED) : refuse('malformed', 'doc-old', OLD_WORD);
  }
  const unread = OTHER_KINDS.find(([, beginning]) => beginning.test(start));
  return unread ? other(unread[0]) : null;
}

/** The format of a file: by how it begins, then by its name, then by what its sender calls it; else it is text. */
export function kindOf(bytes: Uint8Array, type: string | null, name: string | null): Result<Kind> {
  const known = byBytes(bytes);
  if (known) return known;
  const named = byName.find(([ending]) => ending.test(name ?? ''))?.[1];
  const typed = byType.find(([declared]) => declared.test(type ?? ''))?.[1];
  const kind = named ?? typed;
  if (kind === 'docx')
    return refuse(
      'malformed',
      'docx-damaged',
      'This file is called a Word document and is none. Save it again, or paste its text.',
    );
  const unread = OTHER_NAME.exec(name ?? '')?.[0];
  if (!kind && unread) return other(`called ${unread}`);
  const looksHtml = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html)\b/i;
  if (kind !== 'html' && looksHtml.test(String.fromCharCode(...bytes.subarray(0, 1000)))) return ok('html');
  return ok(kind ?? 'text');
}
