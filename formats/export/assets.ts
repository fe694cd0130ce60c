import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mostValues } from '@/domain/scale';
import { type FontCut, fontCuts, weights } from './font-cuts';
import { unfoldLightDark } from './light-dark';

/** A file the public pages need, under a name that changes with its bytes. */
export type Asset = { name: string; type: string; bytes: Uint8Array };
export type ReaderAssets = { css: Asset; fonts: Asset[]; all: Asset[] };

const styles = ['fonts.css', 'tokens.css'].map((name) => join('components', 'ui', name));
const readerStyles = ['reader.css', 'article.css', 'pages.css', 'record.css', 'choice.css'].map((name) =>
  join('components', 'reader', name),
);
/** Written once, for the verdict in place N of a scale. */
const verdictStyle = join('components', 'reader', 'chosen-verdict.css');

// the bundler must not follow these paths: the files stand where the server was started, build or no build
const place = (...parts: string[]): string => join(/* turbopackIgnore: true */ process.cwd(), ...parts);

const named = (stem: string, extension: string, type: string, bytes: Uint8Array): Asset => {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { name: `${stem}.${digest}.${extension}`, type, bytes };
};

/** A font and the rule by which a stylesheet beside it asks for it where its letters are. */
function readFont({ stem, family, style, unicodeRange }: FontCut): { css: string; font: Asset } {
  const bytes = readFileSync(place('formats', 'export', 'fonts', `${stem}.woff2`));
  const font = named(stem, 'woff2', 'font/woff2', bytes);
  const weight = style === 'italic' ? weights.least : `${weights.least} ${weights.most}`;
  const css = `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-display: swap;
  font-weight: ${weight};
  src: url(${font.name}) format("woff2");
  unicode-range: ${unicodeRange};
}`;
  return { css, font };
}

/** The families of the desk's stylesheet by the names of our own cuts of them. */
const withOurFonts = (css: string): string =>
  css.replaceAll('"Source Serif 4 Variable"', '"Galley Serif"').replaceAll('"Source Sans 3 Variable"', '"Galley Sans"');

/** Which a browser has no use for. */
const comments = /\/\*[\s\S]*?\*\//g;

/** The sheet for one verdict, once for each that a scale may have. */
function forEachVerdict(sheet: string): string {
  return Array.from({ length: mostValues }, (_, i) => sheet.replace(/(?<=only-|")N\b/g, String(i + 1))).join('');
}

function make(): ReaderAssets {
  const read = fontCuts.map(readFont);
  const own = [...styles, ...readerStyles].map((sheet) =>
    withOurFonts(unfoldLightDark(readFileSync(place(sheet), 'utf8'))),
  );
  const verdicts = forEachVerdict(readFileSync(place(verdictStyle), 'utf8'));
  const text = [...read.map((face) => face.css), ...own, verdicts].join('\n').replace(comments, '');
  const css = named('reader', 'css', 'text/css; charset=utf-8', Buffer.from(text));
  const fonts = read.map(({ font }) => font);
  return { css, fonts, all: [css, ...fonts] };
}

let made: ReaderAssets | undefined;

/**
 * The stylesheet and fonts of the public pages: what `/assets/{name}` serves, and what an exported edition carries.
 * Fonts are split by script (`unicode-range`), so a browser fetches those its text needs. Read from disk once.
 */
export const readerAssets = (): ReaderAssets => {
  made ??= make();
  return made;
};
