/*
 * The fonts of the public pages: which letters, weights and features of the installed typefaces each file holds.
 * `npm run fonts` cuts them. Ranges do not overlap, so that a letter is in one file and a page fetches no other for it.
 */

/** Weights that the readers' styles ask for, all others are cut away; italics come in the first alone. */
export const weights = { least: 400, most: 700 };

/** Ligatures and a language's own forms of letters; accents, and what stands closer together. */
const joining = ['liga', 'locl'];
const upright = [...joining, 'ccmp', 'mark', 'mkmk'];

export type FontCut = {
  /** the file's name without its extension */
  stem: string;
  /** the installed file that it is cut from, under `node_modules/@fontsource-variable` */
  source: string;
  /** as a stylesheet names it: a family of our own, see README */
  family: 'Galley Serif' | 'Galley Sans';
  style: 'normal' | 'italic';
  /** the characters it is cut to and asked for, as CSS writes them */
  unicodeRange: string;
  features: string[];
};

type Script = { name: string; from?: string; range: string; kerned?: boolean };

const scripts: Script[] = [
  {
    name: 'latin',
    kerned: true,
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  // the languages of Europe, Turkey and Azerbaijan, apart from the letters that they share with Vietnamese
  {
    name: 'latin-ext',
    kerned: true,
    range:
      'U+0100-0101,U+0104-010F,U+0112-0127,U+012A-0130,U+0132-0151,U+0154-0167,U+016A-017F,U+018F,U+0218-021B,U+0259,U+02C7,U+02D8-02D9,U+02DB,U+02DD,U+1E9E',
  },
  { name: 'latin-shared', from: 'vietnamese', range: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169' },
  { name: 'vietnamese', range: 'U+01A0-01A1,U+01AF-01B0,U+0300,U+0303,U+0309,U+0323,U+1EA0-1EF9,U+20AB' },
  // all other Latin letters: of Africa, of transliteration, of phonetics
  {
    name: 'latin-rest',
    from: 'latin-ext',
    range:
      'U+0180-018E,U+0190-019F,U+01A2-01AE,U+01B1-0217,U+021C-0258,U+025A-02BA,U+02BD-02C5,U+02CC,U+02CE-02D7,U+1D00-1DBF,U+1E00-1E9D,U+1E9F,U+1EFA-1EFF,U+20A0-20AA,U+20AD-20B3,U+20B5-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  { name: 'greek', kerned: true, range: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF' },
  { name: 'greek-ext', range: 'U+1F00-1FFF' },
  { name: 'cyrillic', range: 'U+0301,U+0401-040C,U+040E-044F,U+0451-045C,U+045E-045F,U+0490-0491,U+2116' },
  {
    name: 'cyrillic-rest',
    from: 'cyrillic-ext',
    range: 'U+0460-048F,U+0492-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  },
];

const faces = [
  { folder: 'source-serif-4', family: 'Galley Serif', style: 'normal' },
  { folder: 'source-serif-4', family: 'Galley Serif', style: 'italic' },
  { folder: 'source-sans-3', family: 'Galley Sans', style: 'normal' },
] as const;

export const fontCuts: readonly FontCut[] = faces.flatMap(({ folder, family, style }) =>
  scripts
    // this typeface has no such letters
    .filter(({ name }) => !(name === 'greek-ext' && folder === 'source-serif-4'))
    .map(({ name, from = name, range, kerned = false }) => ({
      stem: `${family.toLowerCase().replace(' ', '-')}-${name}${style === 'italic' ? '-italic' : ''}`,
      source: `${folder}/files/${folder}-${from}-wght-${style}.woff2`,
      family,
      style,
      unicodeRange: range,
      features: style === 'italic' ? joining : kerned ? [...upright, 'kern'] : upright,
    })),
);
