import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionClaim, Frame } from '@/domain/edition';
import { verdictOf } from '@/domain/scale';
import { type Typeface, typefaceOf } from './outlines';

/*
 * The picture by which a link to a claim is shown elsewhere: its verdict and its statement, as outlines of our own
 * fonts, so that no font of the machine plays a part. What those have no letters for (Arabic, Chinese, …) is not drawn:
 * then the card names verdict, claim and desk.
 */

/** What other sites ask for, in pixels. */
const [WIDTH, HEIGHT] = [1200, 630];
const MARGIN = 80;
const SIZES = [68, 58, 50, 42];
const LEADING = 1.22;
const MOST_HEIGHT = 300;

type Faces = { serif: Typeface; sans: Typeface };
let faces: Promise<Faces> | undefined;

const readFaces = async (): Promise<Faces> => ({
  serif: await typefaceOf('source-serif-4'),
  sans: await typefaceOf('source-sans-3'),
});

/** The light value of a colour of tokens.css, where every colour of Stet stands. */
function colourOf(token: string): string {
  const css = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'components', 'ui', 'tokens.css'), 'utf8');
  const found = new RegExp(`--${token}:\\s*light-dark\\((#[0-9a-f]{6})`, 'i').exec(css);
  if (!found) throw new Error(`tokens.css has no colour ${token}`);
  return found[1]!;
}

/** A word cut where it is wider than a line. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  const cut: string[] = [];
  for (const sign of word) {
    const last = cut.at(-1);
    if (last !== undefined && fits(last + sign)) cut[cut.length - 1] = last + sign;
    else cut.push(sign);
  }
  return cut;
}

/** Lines no wider than there is room for, broken between words. */
function linesOf(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const word of words.flatMap((each) => (fits(each) ? each : pieces(each, fits)))) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const mostLines = (size: number): number => Math.floor(MOST_HEIGHT / (size * LEADING));

/** The text in the largest size in which it has room, else in the smallest, cut short. */
function set(text: string, face: Typeface): { size: number; lines: string[] } {
  const fitting = (size: number) => (line: string) => face.widthOf(line, size) <= WIDTH - 2 * MARGIN;
  // what no card could show of a text of thousands of characters is not measured
  const shown = text.slice(0, 400);
  for (const size of shown === text ? SIZES : []) {
    const lines = linesOf(shown, fitting(size));
    if (lines.length <= mostLines(size)) return { size, lines };
  }
  const size = SIZES.at(-1)!;
  const lines = linesOf(shown, fitting(size)).slice(0, mostLines(size));
  const last = lines.at(-1) ?? '';
  return { size, lines: [...lines.slice(0, -1), `${last.replace(/\s*\S{0,3}$/, '')}…`] };
}

/** A text on one line, cut short where it is too wide; nothing where it cannot be drawn. */
function oneLine(text: string, face: Typeface, size: number): string {
  if (!face.has(text)) return '';
  let shown = text.slice(0, 200);
  while (shown !== '' && face.widthOf(shown, size) > WIDTH - 2 * MARGIN) shown = shown.slice(0, -1);
  return shown === text ? text : `${shown.slice(0, -1)}…`;
}

const painted = (colour: string, outlines: string): string => `<g fill="${colour}">${outlines}</g>`;

/** Bolder by a line around each letter, so wide in thousandths of the letters' size. */
const bolder = (by: number, colour: string, outlines: string): string =>
  `<g fill="${colour}" stroke="${colour}" stroke-width="${by}" stroke-linejoin="round">${outlines}</g>`;

/** The card as SVG, all of its text as outlines. */
function svgOf(frame: Frame, claim: EditionClaim, { serif, sans }: Faces): string {
  const { statement, verdict } = claim.content;
  const value = verdictOf(frame.scale, verdict?.key ?? null);
  const tone = colourOf(`tone-${value?.colour ?? 'none'}`);
  const drawable = serif.has(statement);
  const { size, lines } = set(drawable ? statement : `Claim ${claim.k} of this fact check`, serif);
  const top = 250;
  const text = lines.map((line, i) => serif.draw(line, { x: MARGIN, y: top + i * size * LEADING, size })).join('');
  const label = oneLine(value?.label ?? 'No verdict', sans, 44);
  const desk = oneLine(frame.desk.name, sans, 30);
  const from = oneLine(frame.article.publication ?? '', sans, 26);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${colourOf('paper')}"/><rect width="${WIDTH}" height="14" fill="${tone}"/>
${bolder(70, tone, sans.draw(label, { x: MARGIN, y: 140, size: 44 }))}
${painted(colourOf('ink'), text)}
${bolder(60, colourOf('ink'), sans.draw(desk, { x: MARGIN, y: 552, size: 30 }))}
${bolder(26, colourOf('ink-soft'), sans.draw(from, { x: MARGIN, y: 590, size: 26 }))}
</svg>`;
}

/** The card of a claim as PNG, 1200 by 630 pixels: the same bytes for the same claim. */
export async function cardOf(frame: Frame, claim: EditionClaim): Promise<Uint8Array> {
  faces ??= readFaces();
  const svg = svgOf(frame, claim, await faces);
  const { default: sharp } = await import('sharp');
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer());
}
