import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newFolder } from '@/test/scratch';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `node bin/run.mjs …` on a database of its own, typed in another folder. */
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(process.cwd(), 'bin/run.mjs'), ...args], {
    cwd: folder,
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: `file:${folder}/stet.db`,
    },
    encoding: 'utf8',
  });

describe('a command without a server', () => {
  test('works before the desk was ever started, and answers with nothing but JSON', () => {
    const { status, stdout } = run('admin', 'person', 'list');
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.any(Object)]);
  });

  test('hands on the exit code of one that fails, and says why on stderr only', () => {
    const { status, stdout, stderr } = run('admin', 'person', 'dismiss');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('person list');
  });

  test('that does not exist is refused with those that do', () => {
    const { status, stdout, stderr } = run('administer');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Choose one of: admin, demo, bench');
  });
});
