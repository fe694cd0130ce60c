import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GET } from '@/app/assets/[name]/route';
import { readerAssets } from '@/formats/export/assets';
import { unfoldLightDark } from '@/formats/export/light-dark';

const { css, fonts, all } = readerAssets();
const sheet = Buffer.from(css.bytes).toString();

describe("the readers' stylesheet", () => {
  test('and fonts carry the digest of their bytes in their names', () => {
    for (const { name, bytes } of all) {
      expect(name).toContain(`.${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.`);
    }
  });

  test('names only files that come with it, all beside it', () => {
    const named = [...sheet.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address);
    expect(named.sort()).toEqual(fonts.map((font) => font.name).sort());
    expect(named.length).toBeGreaterThan(10);
  });

  test('has faces for Latin, Greek, Cyrillic and Vietnamese, each fetched only where its letters are', () => {
    for (const script of ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese']) {
      expect(fonts.some((font) => font.name.startsWith(`galley-serif-${script}.`))).toBe(true);
    }
    expect(sheet.match(/unicode-range/g)).toHaveLength(fonts.length);
    expect(sheet.match(/font-display: swap/g)).toHaveLength(fonts.length);
    expect(sheet).not.toContain('Source Serif 4');
  });

  test('speaks to browsers that do not know light-dark()', () => {
    expect(sheet).not.toContain('light-dark(#');
    expect(sheet).toContain('--paper: #fbfaf7;');
    expect(sheet).toMatch(
      /prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme="light"\]\) \{\s*--paper: #171613;/,
    );
  });
});

describe('light-dark() unfolded', () => {
  test('keeps a stylesheet without any as it is', () => {
    expect(unfoldLightDark(':root { --ink: #000000; }')).toBe(':root { --ink: #000000; }');
  });

  test('reaches colours inside longer values and functions inside colours', () => {
    const folded = ':root {\n  --shadow: 0 1px light-dark(rgb(0 0 0 / 10%), #000), 0 2px light-dark(#111, #222);\n}\n';
    const unfolded = unfoldLightDark(folded);
    expect(unfolded).toContain('--shadow: 0 1px rgb(0 0 0 / 10%), 0 2px #111;');
    expect(unfolded).toContain('--shadow: 0 1px #000, 0 2px #222;');
  });

  test('is only asked of custom properties of the root', () => {
    const roots = readFileSync('components/ui/tokens.css', 'utf8').match(/^:root \{[^}]*\}/m)![0];
    const everywhere = readFileSync('components/ui/tokens.css', 'utf8').match(/light-dark\(#/g)!;
    expect(
      roots
        .match(/^\s*--[\w-]+:[^;]*light-dark\(#[^;]*;/gm)!
        .join('')
        .match(/light-dark\(#/g),
    ).toHaveLength(everywhere.length);
  });
});

describe('a request for a file of the public pages', () => {
  const get = (name: string, headers: Record<string, string> = {}) =>
    GET(new Request(`http://localhost/assets/${name}`, { headers }), { params: Promise.resolve({ name }) });

  test('answers its bytes, its type, and that they never change', async () => {
    const answer = await get(fonts[0]!.name);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('font/woff2');
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(fonts[0]!.bytes))).toBe(true);
  });

  test('answers 304 to whoever has it, and the bytes to whoever has another', async () => {
    const { name } = css;
    for (const tag of [`"${name}"`, `W/"${name}"`, `"other", "${name}"`, '*']) {
      expect((await get(name, { 'If-None-Match': tag })).status).toBe(304);
    }
    expect((await get(name, { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('for any other name finds nothing', async () => {
    for (const name of ['reader.css', '../package.json', '..%2Fpackage.json', ''])
      expect((await get(name)).status).toBe(404);
  });
});
