import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { type FontCut, weights } from './font-cuts';

/** The characters of a `unicode-range`. */
function charactersOf(range: string): string {
  const spans = range.split(',').map((span) => span.replace('U+', '').split('-'));
  return spans
    .flatMap(([first = '', last = first]) => {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
    })
    .join('');
}

/** Names by which a font is chosen: family, full name, PostScript name and the like. Who made it (0) is none of them. */
const NAMES = new Set([1, 3, 4, 6, 16, 25]);
const RESERVED = Buffer.from('Source', 'utf16le').swap16();
const OURS = Buffer.from('Galley', 'utf16le').swap16();

/** Where a table of a font begins. */
function tableOf(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + 16 * count; record += 16)
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  throw new Error(`The font has no table ${tag}`);
}

/** Renames a font in place: its makers reserve "Source" for the fonts as they made them (SIL OFL 1.1, 3). */
function rename(font: Buffer): void {
  const table = tableOf(font, 'name');
  const texts = table + font.readUInt16BE(table + 4);
  for (let record = table + 6; record < texts; record += 12) {
    if (!NAMES.has(font.readUInt16BE(record + 6))) continue;
    const from = texts + font.readUInt16BE(record + 10);
    const name = font.subarray(from, from + font.readUInt16BE(record + 8));
    for (let at = name.indexOf(RESERVED); at >= 0; at = name.indexOf(RESERVED)) OURS.copy(name, at);
  }
}

/** The file that `cut` asks for, as WOFF2, of the bytes of its source: the same bytes on every machine. */
export async function cutFont(cut: FontCut, source: Uint8Array): Promise<Uint8Array> {
  const font = await subsetFont(Buffer.from(source), charactersOf(cut.unicodeRange), {
    targetFormat: 'truetype',
    keepFeatures: cut.features,
    preserveNameIds: [0, 13, 14],
    dropTables: ['HVAR', 'MVAR', 'STAT', 'gasp', 'prep'],
    variationAxes: {
      wght: cut.style === 'italic' ? weights.least : { min: weights.least, max: weights.most, default: weights.least },
    },
  });
  rename(font);
  return new Uint8Array(await convert(font, 'woff2'));
}
