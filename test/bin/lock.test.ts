import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newFolder } from '@/test/scratch';
import { withLock } from '../../bin/setup/lock.mjs';
import { processMark } from '../../bin/setup/process.mjs';
import { trials } from '../trials';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that runs this with `withLock` and `folder` at hand, and says what it has to on stdout. */
function contender(script: string): ChildProcess {
  const lock = resolve('bin/setup/lock.mjs');
  const code = `import { withLock } from ${JSON.stringify(lock)}; const folder = ${JSON.stringify(folder)}; ${script}`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const says = async (child: ChildProcess): Promise<string> => String((await once(child.stdout!, 'data'))[0]).trim();

describe('the set-up lock', () => {
  test('lets one process at a time add to a count, and loses none', async () => {
    const count = join(folder, 'count');
    writeFileSync(count, '0');
    const rounds = trials(200);
    const script = `
      import { readFileSync, writeFileSync } from 'node:fs';
      for (let i = 0; i < ${rounds}; i++) await withLock(folder, async () => {
        const before = Number(readFileSync('${count}', 'utf8'));
        await new Promise((done) => setTimeout(done, 1));
        writeFileSync('${count}', String(before + 1));
      });`;
    const codes = await Promise.all([1, 2, 3].map(async () => (await once(contender(script), 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    expect(readFileSync(count, 'utf8')).toBe(String(3 * rounds));
  });

  test('is free again when its holder was killed', async () => {
    const holder = contender(
      `await withLock(folder, async () => { console.log('held'); setInterval(() => {}, 9e8); await new Promise(() => {}); });`,
    );
    await says(holder);
    const waited: number[] = [];
    const got = withLock(
      folder,
      async () => 'got it',
      (pid) => waited.push(pid),
    );
    await expect.poll(() => waited).toEqual([holder.pid]);
    holder.kill('SIGKILL');
    expect(await got).toBe('got it');
  });

  test('stays held while a child that its dead holder started still works', async () => {
    const child = spawn('sleep', ['60']);
    const holder = contender(
      `await withLock(folder, async (held) => { held.adopt(${child.pid}); console.log('held'); setInterval(() => {}, 9e8); await new Promise(() => {}); });`,
    );
    await says(holder);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    let got = false;
    const waited: number[] = [];
    const taking = withLock(
      folder,
      async () => {
        got = true;
      },
      (pid) => waited.push(pid),
    );
    await expect.poll(() => waited).toEqual([child.pid]);
    expect(got).toBe(false);
    child.kill('SIGKILL');
    await taking;
    expect(got).toBe(true);
  });

  test('is free when another process has since been given the holder’s id', async () => {
    writeFileSync(join(folder, '7.lock'), `${process.pid} a-start-long-ago`);
    expect(await withLock(folder, async () => 'got it')).toBe('got it');
  });

  test('is free again when the work under it failed', async () => {
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(folder, async () => 'got it')).toBe('got it');
  });
});

test('a process has one mark as long as it lives, and none after', async () => {
  const child = spawn('sleep', ['60']);
  const mark = processMark(child.pid!);
  expect(mark).not.toBeNull();
  expect(processMark(child.pid!)).toBe(mark);
  expect(mark).not.toBe(processMark(process.pid));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(processMark(child.pid!)).toBeNull();
});
