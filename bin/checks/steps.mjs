import { availableParallelism } from 'node:os';
import { ensureBrowser } from '../setup/browser.mjs';
import { ensureBuilt } from '../setup/pages.mjs';
import { readPlaywright, readVitest } from './reports.mjs';
import { success, testRunner, tool } from './step.mjs';

/**
 * Vitest over the test files that these arguments choose.
 * @param {string} name
 * @param {string[]} choice
 */
const vitest = (name, choice) => () =>
  testRunner(
    name,
    'vitest/vitest.mjs',
    (report) => ['run', ...choice, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    readVitest,
  );

const arrows = 'test/arrows.test.ts';
/** Tests that want a database, the built pages or a server, or read and draw by the hundred, and so more than a moment. */
const slow = ['test/db/', 'test/api/', 'test/bin/', 'test/components/reader/', 'test/formats/import/fuzz.test.ts'];
/** Some of these wait for processes of their own more than they work, so that one worker more has something to do. */
const oneMore = `--maxWorkers=${availableParallelism() + 1}`;
const allBut = (/** @type {string[]} */ paths) =>
  paths.flatMap((path) => ['--exclude', path.endsWith('/') ? `${path}**` : path]);

const browser = async () => {
  await ensureBrowser();
  return testRunner('browser', '@playwright/test/cli.js', () => ['test'], readPlaywright);
};

const build = async () => {
  await ensureBuilt();
  return success();
};

/**
 * All that `npm test` does, in order: what fails soonest comes first. The quick ones are `npm run check`. Units leave
 * nothing behind in a process, and so share one: modules are loaded once and not for each file, which is half of the step.
 * @type {import('./step.mjs').Step[]}
 */
export const steps = [
  { name: 'Types', quick: true, check: () => tool('typescript/bin/tsc', ['--noEmit']) },
  { name: 'Lint', quick: true, check: () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']) },
  { name: 'Arrows', quick: true, check: vitest('arrows', [arrows]) },
  { name: 'Units', quick: true, check: vitest('units', ['--no-isolate', ...allBut([arrows, ...slow])]) },
  { name: 'Build', quick: false, check: build },
  { name: 'Database, API, pages and server', quick: false, check: vitest('server', [...slow, oneMore]) },
  { name: 'Browser', quick: false, check: browser },
];
