import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unfoldLightDark } from './light-dark';

/** A file the public pages need, under a name that changes with its bytes. */
export type Asset = { name: string; type: string; bytes: Uint8Array };
export type ReaderAssets = { css: Asset; fonts: Asset[]; all: Asset[] };

const faces = ['source-serif-4/wght.css', 'source-serif-4/wght-italic.css', 'source-sans-3/wght.css'];
const styles = ['fonts.css', 'tokens.css'].map((name) => join('components', 'ui', name));
const readerStyles = ['reader.css', 'article.css', 'pages.css', 'record.css'].map((name) =>
  join('components', 'reader', name),
);

// the bundler must not follow these paths: the files stand where the server was started, build or no build
const place = (...parts: string[]): string => join(/* turbopackIgnore: true */ process.cwd(), ...parts);
const packageOf = (face: string): string => join('node_modules', '@fontsource-variable', face.split('/')[0]!);

const named = (stem: string, extension: string, type: string, bytes: Uint8Array): Asset => {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { name: `${stem}.${digest}.${extension}`, type, bytes };
};

/** One face's `@font-face` rules with their files as assets and each `url()` naming its asset, a sibling of the stylesheet. */
function readFace(face: string): { css: string; fonts: Asset[] } {
  const fonts: Asset[] = [];
  const css = readFileSync(place('node_modules', '@fontsource-variable', face), 'utf8').replace(
    /url\(\.\/files\/([\w-]+)\.woff2\)/g,
    (_, stem: string) => {
      const font = named(stem, 'woff2', 'font/woff2', readFileSync(place(packageOf(face), 'files', `${stem}.woff2`)));
      fonts.push(font);
      return `url(${font.name})`;
    },
  );
  return { css, fonts };
}

function make(): ReaderAssets {
  const read = faces.map(readFace);
  const own = [...styles, ...readerStyles].map((sheet) => unfoldLightDark(readFileSync(place(sheet), 'utf8')));
  const text = [...read.map((face) => face.css), ...own].join('\n');
  const css = named('reader', 'css', 'text/css; charset=utf-8', Buffer.from(text));
  const fonts = read.flatMap((face) => face.fonts);
  return { css, fonts, all: [css, ...fonts] };
}

let made: ReaderAssets | undefined;

/**
 * The stylesheet and fonts of the public pages: what `/assets/{name}` serves, and what an exported edition carries.
 * Fonts are split by script (`unicode-range`), so a browser fetches those its text needs. Read from disk once;
 * throws when an installed font package is missing.
 */
export const readerAssets = (): ReaderAssets => {
  made ??= make();
  return made;
};
