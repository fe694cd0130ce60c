import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';

let child: ChildProcess;
let lines: string[];
const printed = () => lines.join('');
afterEach(() => void child.kill('SIGKILL'));

/** Starts the streaming process and resolves with its origin. */
async function start(): Promise<string> {
  const mine: string[] = [];
  lines = mine;
  child = spawn(process.execPath, ['--import', 'tsx', 'test/bin/streaming.ts'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout!.on('data', (chunk) => mine.push(String(chunk)));
  await expect.poll(printed, { timeout: 20_000 }).toMatch(/port \d+/);
  return `http://127.0.0.1:${/port (\d+)/.exec(printed())![1]}`;
}

/** The exit code and signal, once all that was printed has been read. */
const ended = async (): Promise<unknown[]> => await once(child, 'close');

describe('on SIGTERM', () => {
  test('an open event stream ends, then the database closes, then the process, with 0', async () => {
    const origin = await start();
    const stream = await fetch(`${origin}/events`);
    child.kill('SIGTERM');
    expect(await stream.text()).toBe('data: here\n\n');
    expect(await ended()).toEqual([0, null]);
    expect(printed()).toContain('database closed');
  });

  test('a request under way is answered whole before that', async () => {
    const origin = await start();
    const answer = fetch(`${origin}/slow`).then((response) => response.text());
    await expect.poll(printed).toContain('asked');
    child.kill('SIGTERM');
    expect(await answer).toBe('all of it');
    expect(await ended()).toEqual([0, null]);
  });

  test('nobody new is let in', async () => {
    const origin = await start();
    const answer = fetch(`${origin}/slow`);
    await expect.poll(printed).toContain('asked');
    child.kill('SIGTERM');
    await expect
      .poll(() =>
        fetch(origin).then(
          () => 'let in',
          () => 'turned away',
        ),
      )
      .toBe('turned away');
    expect(await (await answer).text()).toBe('all of it');
  });

  test('a second signal ends it at once, whatever is under way', async () => {
    const origin = await start();
    fetch(`${origin}/never`).catch(() => undefined);
    await expect.poll(printed).toContain('asked');
    child.kill('SIGTERM');
    const again = setInterval(() => child.kill('SIGTERM'), 600);
    expect(await ended()).toEqual([1, null]);
    clearInterval(again);
    expect(printed()).not.toContain('database closed');
  });

  test('the same keystroke arriving twice counts once', async () => {
    const origin = await start();
    const answer = fetch(`${origin}/slow`).then((response) => response.text());
    await expect.poll(printed).toContain('asked');
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await answer).toBe('all of it');
    expect(await ended()).toEqual([0, null]);
  });
});
