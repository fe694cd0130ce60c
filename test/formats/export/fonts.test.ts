import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { readerAssets } from '@/formats/export/assets';
import { cutFont } from '@/formats/export/cut-font';
import { type FontCut, fontCuts } from '@/formats/export/font-cuts';

const spansOf = ({ unicodeRange }: FontCut): [number, number][] =>
  unicodeRange.split(',').map((span) => {
    const [from = 0, to = from] = span
      .replace('U+', '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return [from, to];
  });

const isFor = (cut: FontCut, sign: string): boolean => {
  const point = sign.codePointAt(0)!;
  return spansOf(cut).some(([from, to]) => from <= point && point <= to);
};

/** The bytes of fonts that a browser fetches for a page with emphasis all of whose text is this. */
const fetchedFor = (text: string): number => {
  const page = [...`${text} Checked by, 1–9.`];
  return fontCuts
    .filter((cut) => page.some((sign) => isFor(cut, sign)))
    .map(({ stem }) => readerAssets().fonts.find(({ name }) => name.startsWith(`${stem}.`))!.bytes.length)
    .reduce((sum, bytes) => sum + bytes, 0);
};

describe('the fonts of the public pages', () => {
  test.each([
    ['English', 'The harbour’s “record”, in the mayor’s words: £41,200 — a naïve façade.'],
    ['Polish', 'Zażółć gęślą jaźń.'],
    ['Czech', 'Příliš žluťoučký kůň úpěl ďábelské ódy.'],
    ['Romanian', 'Gheorghe, obezul, a reușit să obțină jucându-se un flux în Quebec de o mie kilowați-oră.'],
    ['Turkish', 'Pijamalı hasta yağız şoföre çabucak güvendi.'],
    ['Hungarian', 'Árvíztűrő tükörfúrógép.'],
    ['Vietnamese', 'Do bạch kim rất quý nên sẽ dùng để lắp vô xương.'],
    ['Greek', 'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.'],
    ['Russian', 'Съешь ещё этих мягких французских булок, да выпей же чаю.'],
    ['Ukrainian', 'Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів!'],
    ['Serbian', 'Љубазни фењерџија чађавог лица хоће да ми покаже штос.'],
  ])('come to less than 120 kB for a page in %s, italics and all', (_, text) => {
    expect(fetchedFor(text)).toBeLessThan(120_000);
  });

  test('hold each letter in one file of a face', () => {
    for (const { family, style } of fontCuts.filter(({ stem }) => /-latin(-italic)?$/.test(stem))) {
      const face = fontCuts.filter((cut) => cut.family === family && cut.style === style);
      const spans = face.flatMap(spansOf).sort(([a], [b]) => a - b);
      for (const [i, [from]] of spans.entries()) expect(from).toBeGreaterThan(spans[i - 1]?.[1] ?? -1);
    }
  });

  test('are named apart from the fonts they are cut from, and still say who made them and under which licence', () => {
    for (const { bytes } of readerAssets().fonts) {
      const font = create(Buffer.from(bytes));
      if (!('familyName' in font)) throw new Error('several fonts in one file');
      expect([font.familyName, font.fullName, font.postscriptName].join()).not.toContain('Source');
      expect(font.familyName).toMatch(/^Galley/);
      expect(font.copyright).toMatch(/Adobe.*Reserved Font Name/);
    }
  });

  test('are what `npm run fonts` cuts from the installed typefaces, to the byte', async () => {
    for (const cut of fontCuts.filter(({ stem }) => /-(greek|cyrillic-italic)$/.test(stem))) {
      const source = readFileSync(`node_modules/@fontsource-variable/${cut.source}`);
      const kept = readFileSync(`formats/export/fonts/${cut.stem}.woff2`);
      expect(Buffer.compare(await cutFont(cut, source), kept)).toBe(0);
    }
  });
});
