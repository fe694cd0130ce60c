import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../setup/root.mjs';

/**
 * What a test runner says of a run in its JSON report, for the table and the end of `npm test`.
 * @typedef {{ name: string, why: string }} Failure a test as `file › test`, and the first line of its error
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Counts
 */

/** @param {string | undefined} message */
export const firstLine = (message) =>
  stripVTControlCharacters(message ?? '')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? 'no error was given';

/**
 * A file that could not even be loaded counts no test, and counts as a failure all the same.
 * @typedef {{ status: string, ancestorTitles: string[], title: string, failureMessages: string[] }} Assertion
 * @param {{ numPassedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { name: string, status: string, message: string, assertionResults: Assertion[] }[] }} report
 * @returns {Counts}
 */
export function readVitest(report) {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [{ name: file, why: firstLine(message) }] : [];
    return failed.map(({ ancestorTitles, title, failureMessages }) => ({
      name: [file, ...ancestorTitles, title].join(' › '),
      why: firstLine(failureMessages[0]),
    }));
  });
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: failures.length, skipped, failures };
}

/**
 * A test that passed only at a second try has failed.
 * @typedef {{ status: string, results: { error?: { message?: string } }[] }} Tried
 * @typedef {{ title: string, file: string, specs: { title: string, tests: Tried[] }[], suites?: Suite[] }} Suite
 * @param {{ suites: Suite[], errors: { message?: string }[], stats: { expected: number, skipped: number } }} report
 * @returns {Counts}
 */
export function readPlaywright({ suites, errors, stats }) {
  const outside = errors.map(({ message }) => ({ name: 'outside any test', why: firstLine(message) }));
  const failures = [...suites.flatMap((suite) => failuresIn(suite, [`test/browser/${suite.file}`])), ...outside];
  return { passed: stats.expected, failed: failures.length, skipped: stats.skipped, failures };
}

/**
 * @param {Suite} suite
 * @param {string[]} above
 * @returns {Failure[]}
 */
function failuresIn({ specs, suites = [] }, above) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: [...above, title].join(' › '),
        why: firstLine(results.find(({ error }) => error)?.error?.message),
      })),
  );
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, [...above, suite.title]))];
}
