import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type House, judge } from './arrows/judge';
import { roomOf } from './arrows/rules';

const isCode = (path: string) => /\.(tsx?|mjs)$/.test(path);

const rooms = ['app', 'bin', 'client', 'components', 'db', 'domain', 'formats', 'test'];

/** Reads the rooms and what stands at the top, and nothing that tools make beside them while this runs. */
function readHouse(): House {
  const inRooms = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path.replaceAll('\\', '/')}`),
  );
  const paths = [...inRooms, ...readdirSync('.').filter((path) => path.endsWith('.ts'))].filter(
    (path) => /\.\w+$/.test(path) && path !== 'next-env.d.ts',
  );
  return new Map(paths.map((path) => [path, isCode(path) ? readFileSync(path, 'utf8') : null]));
}

const modules = (sources: Record<string, string>) => judge(new Map(Object.entries(sources)));

describe('the house as it stands', () => {
  const house = readHouse();

  test('has no wrong arrow, no library outside its room and no import cycle', () => {
    expect(judge(house)).toEqual([]);
  });

  test('was read whole: every room has modules', () => {
    const rooms = new Set([...house.keys()].filter(isCode).map(roomOf));
    expect([...rooms]).toEqual(expect.arrayContaining(['app', 'bin', 'components', 'domain']));
  });
});

describe('an arrow', () => {
  test.each([
    ['db', 'components'],
    ['domain', 'db'],
    ['components', 'db'],
    ['components', 'app'],
    ['client', 'components'],
    ['client', 'formats'],
    ['formats', 'db'],
    ['app', 'client'],
    ['bin', 'app'],
    ['bin', 'components'],
  ])('from %s to %s is wrong', (from, to) => {
    const faults = modules({ [`${from}/a.ts`]: `import { b } from '@/${to}/b';`, [`${to}/b.ts`]: '' });
    expect(faults).toEqual([expect.stringContaining(`${from}/a.ts may not import ${to}/b.ts`)]);
  });

  test.each([
    ['app', 'db'],
    ['proxy.ts', 'db'],
    ['components', 'client'],
    ['components', 'formats/prose'],
    ['bin', 'components/reader'],
    ['test', 'app'],
  ])('from %s to %s is right', (from, to) => {
    const module = from.endsWith('.ts') ? from : `${from}/a.ts`;
    expect(modules({ [module]: `import { b } from '@/${to}/b';`, [`${to}/b.ts`]: '' })).toEqual([]);
  });

  test('to a part of a room does not open its neighbours', () => {
    const sources = { 'components/a.ts': `import '@/formats/prose-import';`, 'formats/prose-import.ts': '' };
    expect(modules(sources)).toHaveLength(1);
  });

  test('from the part of formats that the browser uses stays within that part', () => {
    const sources = { 'formats/prose/parse.ts': `import '@/formats/import/docx';`, 'formats/import/docx.ts': '' };
    expect(modules(sources)).toHaveLength(1);
  });

  test.each([
    ['a type', `import type { B } from '@/db/b';`],
    ['a type in place', `let b: import('@/db/b').B;`],
    ['a re-export', `export * from '../db/b';`],
    ['a named re-export', `export { b } from '../db/b';`],
    ['a dynamic import', `const b = await import('@/db/b');`],
    ['a side effect', `import '@/db/b';`],
    ['a require', `const b = require('@/db/b');`],
    ['an import after an ill-placed quote in JSX', `const a = <p>Don't</p>; import { b } from '@/db/b';`],
  ])('is seen in %s', (_what, source) => {
    expect(modules({ 'components/a.tsx': source, 'db/b.ts': '' })).toHaveLength(1);
  });

  test('in a comment or a string is none', () => {
    const source = `// import '@/db/b'\nconst a = "import '@/db/b'"; /* export * from '@/db/b' */`;
    expect(modules({ 'components/a.ts': source, 'db/b.ts': '' })).toEqual([]);
  });

  test('that cannot be followed is a fault', () => {
    expect(modules({ 'db/a.ts': `import '@/db/gone';` })).toEqual(['db/a.ts imports @/db/gone, which does not exist.']);
    expect(modules({ 'db/a.ts': 'const name = "x"; await import(name);' })).toHaveLength(1);
  });
});

describe('a library', () => {
  test.each([
    ['domain/a.ts', 'date-fns'],
    ['domain/a.ts', 'node:crypto'],
    ['client/a.ts', 'react'],
    ['client/a.ts', 'node:fs'],
    ['app/a.ts', '@tiptap/core'],
    ['app/a.ts', 'drizzle-orm/libsql'],
    ['bin/a.ts', '@libsql/client'],
    ['bin/a.ts', 'next'],
    ['db/a.ts', 'next/server'],
    ['components/a.tsx', 'next/headers'],
    ['components/a.tsx', 'mdast-util-from-markdown'],
    ['components/a.tsx', 'node:path'],
    ['formats/prose/a.ts', 'node:path'],
  ])('%s may not import %s', (from, library) => {
    expect(modules({ [from]: `import '${library}';` })).toEqual([
      expect.stringContaining(`${from} may not import ${library}`),
    ]);
  });

  test.each([
    ['domain/a.ts', '@noble/hashes/sha2.js'],
    ['components/a.tsx', '@tiptap/core'],
    ['components/a.tsx', 'next/link'],
    ['app/a.ts', 'next/server'],
    ['proxy.ts', 'next/server'],
    ['bin/start.mjs', 'next'],
    ['db/a.ts', 'drizzle-orm'],
    ['formats/a.ts', 'mdast-util-from-markdown'],
    ['test/a.ts', '@libsql/client'],
  ])('%s may import %s', (from, library) => {
    expect(modules({ [from]: `import '${library}';` })).toEqual([]);
  });
});

describe('an import cycle', () => {
  test('is named with the modules on it', () => {
    const faults = modules({
      'domain/a.ts': `import './b';`,
      'domain/b.ts': `export * from './c';`,
      'domain/c.ts': `import type { A } from '@/domain/a';`,
      'domain/d.ts': `import './a'; import './b';`,
    });
    expect(faults).toEqual(['Import cycle: domain/a.ts → domain/b.ts → domain/c.ts → domain/a.ts.']);
  });

  test('through an index is one too', () => {
    const faults = modules({ 'domain/x/index.ts': `export * from './a';`, 'domain/x/a.ts': `import '.';` });
    expect(faults).toHaveLength(1);
  });
});
