import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { ok, type Result, refuse } from '@/domain/result';
import type { Source } from './article';
import { readFragment } from './html/page';

/** All parts of a document together, in bytes: no article's text comes near. */
const LARGEST_PARTS = 40_000_000;
const MOST_PARTS = 5_000;

const damaged = () =>
  refuse(
    'malformed',
    'docx-damaged',
    'This Word document is damaged and cannot be read. Save it again, or paste its text.',
  );

const bomb = () =>
  refuse(
    'too-large',
    'docx-too-large',
    'This Word document unpacks to far more than an article. Paste its text instead.',
  );

/** The parts that hold words and how they are set; pictures, fonts and embedded files are not even unpacked. */
const isWanted = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/i.test(name);

type Parts = Record<string, Uint8Array>;

/**
 * Unpacks what is wanted of an archive. The sizes that its directory declares are added up first, and what is unpacked
 * goes into buffers of just those sizes, so that a bomb that lies fills them and no more.
 */
function unpacked(bytes: Uint8Array): Result<{ parts: Parts; names: string[] }> {
  const names: string[] = [];
  let size = 0;
  let tooMuch = false;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name);
        const wanted = isWanted(name);
        if (wanted) size += originalSize;
        tooMuch ||= size > LARGEST_PARTS || names.length > MOST_PARTS;
        return wanted && !tooMuch;
      },
    });
    return tooMuch ? bomb() : ok({ parts, names });
  } catch {
    return tooMuch ? bomb() : damaged();
  }
}

const holds = (parts: Parts, name: string, words: RegExp): boolean =>
  parts[name] !== undefined && words.test(strFromU8(parts[name]));

/** Why an archive is no document that is read, or null. */
function refusalOf({ parts, names }: { parts: Parts; names: string[] }): Result<never> | null {
  if (
    names.some((name) => /^word\/vbaProject\.bin$/i.test(name)) ||
    holds(parts, '[Content_Types].xml', /macroEnabled/i)
  ) {
    return refuse(
      'malformed',
      'docx-macros',
      'This Word document holds macros. Save it as a document without them (.docx).',
    );
  }
  if (parts['word/document.xml']) return null;
  return names.some((name) => name.startsWith('word/'))
    ? damaged()
    : refuse(
        'malformed',
        'format-unknown',
        'This is an archive or another kind of document, not a Word document (.docx).',
      );
}

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
];
const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

async function htmlOf(parts: Parts): Promise<string | null> {
  // packed anew, so that no other reader of archives is shown what this one was not
  const buffer = Buffer.from(zipSync(parts as Zippable, { level: 0 }));
  try {
    return (await mammoth.convertToHtml({ buffer }, { styleMap, convertImage: noPictures })).value;
  } catch {
    return null;
  }
}

/**
 * Reads an article from a Word document. Refuses, with a sentence each, documents that are damaged, that hold macros or
 * that unpack to over 40 MB, and archives of other kinds.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<Source>> {
  const archive = unpacked(bytes);
  if (!archive.ok) return archive;
  const refused = refusalOf(archive.value);
  if (refused) return refused;
  const { parts } = archive.value;
  const html = await htmlOf(parts);
  if (html === null) return damaged();
  const read = readFragment(html);
  if (!read.ok) return read;
  const tracked = holds(parts, 'word/document.xml', /<w:(?:ins|del)[ >]/);
  const repairs = tracked ? ['The document has tracked changes: they were read as if all had been accepted.'] : [];
  return ok({ ...read.value, repairs: [...read.value.repairs, ...repairs] });
}

/** Whether an old container of Office's holds a document that a password protects. */
export const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
