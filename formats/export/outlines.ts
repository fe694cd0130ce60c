import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from 'fontkit';

/** One of our typefaces at its regular weight, able to say what its letters look like. Sizes and widths are in pixels. */
export type Typeface = {
  /** whether every letter of a text can be drawn; signs that cannot, such as emoji, are left out */
  has: (text: string) => boolean;
  widthOf: (text: string, size: number) => number;
  /** the outlines of a line of text as SVG path elements, its baseline beginning at (x, y) */
  draw: (text: string, at: { x: number; y: number; size: number }) => string;
};

// the bundler must not follow these paths: the files stand where the server was started, build or no build
const fileOf = (family: string, script: string): string =>
  join(
    /* turbopackIgnore: true */ process.cwd(),
    'node_modules',
    '@fontsource-variable',
    family,
    'files',
    `${family}-${script}-wght-normal.woff2`,
  );

const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

/** A stretch of text that one font file has the letters of. */
type Run = { font: Font; text: string };

function runsOf(text: string, fonts: Font[]): Run[] {
  const runs: Run[] = [];
  for (const sign of text) {
    const font = fonts.find((each) => each.hasGlyphForCodePoint(sign.codePointAt(0)!));
    const last = runs.at(-1);
    if (!font) continue;
    if (last?.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}

const widthIn = ({ font, text }: Run, size: number): number =>
  (font.layout(text).advanceWidth * size) / font.unitsPerEm;

function drawn({ font, text }: Run, { x, y, size }: { x: number; y: number; size: number }): string {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let at = 0;
  const paths = glyphs.map((glyph, index) => {
    const { xAdvance, xOffset, yOffset } = positions[index]!;
    const d = glyph.path.toSVG();
    const path = d && `<path transform="translate(${at + xOffset} ${yOffset})" d="${d}"/>`;
    at += xAdvance;
    return path;
  });
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

/**
 * Reads a typeface from its installed package, the library only now: it takes longer to load than a page to draw. The
 * weight is the variable font's own, for fontkit 2.0.4 cannot vary a font that is packed as WOFF2.
 */
export async function typefaceOf(family: 'source-serif-4' | 'source-sans-3'): Promise<Typeface> {
  const { create } = await import('fontkit');
  const fonts = scripts.map((script) => {
    const font = create(readFileSync(fileOf(family, script)));
    if (!('layout' in font)) throw new Error(`${family} holds several fonts`);
    return font;
  });
  const widths = new Map<string, number>();
  /** in parts of the size, kerning apart */
  const widthOf = (sign: string): number => {
    const known = widths.get(sign);
    if (known !== undefined) return known;
    const width = runsOf(sign, fonts).reduce((sum, run) => sum + widthIn(run, 1), 0);
    widths.set(sign, width);
    return width;
  };
  const knows = (sign: string) => fonts.some((font) => font.hasGlyphForCodePoint(sign.codePointAt(0)!));
  return {
    has: (text) => [...text].every((sign) => !/[\p{L}\p{N}\p{M}]/u.test(sign) || knows(sign)),
    widthOf: (text, size) => [...text].reduce((sum, sign) => sum + widthOf(sign) * size, 0),
    draw: (text, at) => {
      let { x } = at;
      return runsOf(text, fonts)
        .map((run) => {
          const paths = drawn(run, { ...at, x });
          x += widthIn(run, at.size);
          return paths;
        })
        .join('');
    },
  };
}
