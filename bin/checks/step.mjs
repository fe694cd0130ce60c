import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/process.mjs';
import { root } from '../setup/root.mjs';
import { say, seconds } from '../setup/say.mjs';
import { firstLine } from './reports.mjs';

/**
 * @typedef {import('./reports.mjs').Counts} Counts
 * @typedef {Counts & { name: string, milliseconds: number }} Outcome
 * @typedef {{ name: string, quick: boolean, check: () => Promise<Counts> }} Step
 */

/** What may not reach the tests from the shell they were started in. */
const unset = ['DATABASE_URL', 'DATABASE_AUTH_TOKEN', 'HOST', 'PORT', 'NODE_ENV'].concat([
  'STET_ORIGIN',
  'STET_SECRET',
  'STET_TRUSTED_PROXIES',
]);
const bare = Object.fromEntries(unset.map((name) => [name, undefined]));

/**
 * Takes the step, telling what it is and how it went. A step that throws has failed.
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
export async function take({ name, check }) {
  say(`${name} …`);
  const began = performance.now();
  const counts = await check().catch((error) => {
    const message = error instanceof Error ? error.message : String(error);
    say(message);
    return failure(name, message);
  });
  const milliseconds = performance.now() - began;
  say(`${name}: ${sentence(counts)} in ${seconds(milliseconds)}.`);
  return { name, milliseconds, ...counts };
}

/** @param {Omit<Counts, 'failures'>} counts */
export const sentence = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * One check that holds.
 * @returns {Counts}
 */
export const success = () => ({ passed: 1, failed: 0, skipped: 0, failures: [] });

/**
 * One check that does not.
 * @param {string} name
 * @param {string} message what is wrong, in as many lines as it takes
 * @returns {Counts}
 */
const failure = (name, message) => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [{ name, why: firstLine(message) }],
});

/**
 * A tool of ours that passes as a whole, and whose words matter only when it does not.
 * @param {string} script inside node_modules
 * @param {string[]} args
 */
export async function tool(script, args) {
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', script), ...args], { env: bare });
  if (code === 0) return success();
  process.stderr.write(`\n${output}\n`);
  return failure(script, output);
}

/**
 * A test runner that is watched while it runs and leaves its counts in a report.
 * @param {string} name
 * @param {string} script inside node_modules
 * @param {(report: string) => string[]} argsFor
 * @param {(report: any) => Counts} read
 */
export async function testRunner(name, script, argsFor, read) {
  const report = join(root, '.stet/reports', `${name}.json`);
  mkdirSync(join(root, '.stet/reports'), { recursive: true });
  rmSync(report, { force: true });
  const args = [join(root, 'node_modules', script), ...argsFor(report)];
  const { code } = await run(process.execPath, args, { env: { ...bare, STET_REPORT: report }, show: true });
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : failure(name, 'It ended without a report.');
  // whatever else went wrong, such as an error outside any test, is a failure too
  return code !== 0 && counts.failed === 0
    ? {
        ...failure(name, `It ended with code ${code}, though no test failed.`),
        passed: counts.passed,
        skipped: counts.skipped,
      }
    : counts;
}
