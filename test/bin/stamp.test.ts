import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newFolder } from '@/test/scratch';
import { readStamp, stampOf, writeStamp } from '../../bin/setup/stamp.mjs';

let base: string;
beforeEach(() => {
  base = newFolder();
  mkdirSync(join(base, 'app/desk'), { recursive: true });
  writeFileSync(join(base, 'app/desk/page.tsx'), 'one');
  writeFileSync(join(base, 'proxy.ts'), 'two');
});
afterEach(() => rmSync(base, { recursive: true }));

const stamp = () => stampOf(base, ['app', 'proxy.ts', 'public']);

describe('the stamp of the sources', () => {
  test('is the same for the same bytes, whenever they were written', () => {
    const before = stamp();
    utimesSync(join(base, 'proxy.ts'), 1, 1);
    expect(stamp()).toBe(before);
  });

  test.each<[string, () => void]>([
    ['a file changes', () => writeFileSync(join(base, 'app/desk/page.tsx'), 'One')],
    ['a file is added', () => writeFileSync(join(base, 'app/new.ts'), '')],
    ['a file is renamed', () => renameSync(join(base, 'app/desk/page.tsx'), join(base, 'app/desk/route.ts'))],
    ['a file goes', () => rmSync(join(base, 'proxy.ts'))],
    [
      'a folder appears that was not there',
      () => {
        mkdirSync(join(base, 'public'));
        writeFileSync(join(base, 'public/a'), '');
      },
    ],
  ])('differs when %s', (_what, change) => {
    const before = stamp();
    change();
    expect(stamp()).not.toBe(before);
  });

  test('does not confuse where one file ends and the next begins', () => {
    writeFileSync(join(base, 'app/desk/page.tsx'), 'oneproxy.ts');
    const glued = stamp();
    writeFileSync(join(base, 'app/desk/page.tsx'), 'one');
    expect(stamp()).not.toBe(glued);
  });
});

test('a stamp that was never written reads as none', () => {
  expect(readStamp(join(base, 'deep/stamp'))).toBeNull();
  writeStamp(join(base, 'deep/stamp'), 'x');
  expect(readStamp(join(base, 'deep/stamp'))).toBe('x');
});
