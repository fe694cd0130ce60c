import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readPlaywright, readVitest } from '../../bin/checks/reports.mjs';

const assertion = (title: string, ...failureMessages: string[]) => ({
  status: failureMessages.length > 0 ? 'failed' : 'passed',
  ancestorTitles: ['a claim'],
  title,
  failureMessages,
});
const file = (name: string, status: string, message: string, ...assertionResults: ReturnType<typeof assertion>[]) => ({
  name: resolve(name),
  status,
  message,
  assertionResults,
});

test('a run of Vitest tells each test that failed, and each file that could not be loaded', () => {
  const testResults = [
    file(
      'test/db/claims.test.ts',
      'failed',
      '',
      assertion('holds'),
      assertion('lapses', '\u001b[31m\nError: no\n at x'),
    ),
    file('test/db/people.test.ts', 'failed', 'SyntaxError: here'),
    file('test/db/log.test.ts', 'passed', '', assertion('is kept')),
  ];
  expect(readVitest({ numPassedTests: 2, numPendingTests: 1, numTodoTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 2,
    skipped: 2,
    failures: [
      { name: 'test/db/claims.test.ts › a claim › lapses', why: 'Error: no' },
      { name: 'test/db/people.test.ts', why: 'SyntaxError: here' },
    ],
  });
});

const spec = (title: string, status: string, ...messages: (string | undefined)[]) => ({
  title,
  tests: [{ status, results: messages.map((message) => ({ error: message === undefined ? undefined : { message } })) }],
});

test('a run of Playwright tells each test that failed, passed at a second try, or stood in the way of all', () => {
  const suites = [
    {
      title: 'desk.spec.ts',
      file: 'desk.spec.ts',
      specs: [spec('opens', 'expected', undefined), spec('waits', 'flaky', 'Error: late\n\nCall log', undefined)],
      suites: [{ title: 'of two', file: 'desk.spec.ts', specs: [spec('shows both', 'unexpected', 'Error: one')] }],
    },
  ];
  const errors = [{ message: 'Error: the server did not start' }];
  expect(readPlaywright({ suites, errors, stats: { expected: 1, skipped: 0 } })).toEqual({
    passed: 1,
    failed: 3,
    skipped: 0,
    failures: [
      { name: 'test/browser/desk.spec.ts › waits', why: 'Error: late' },
      { name: 'test/browser/desk.spec.ts › of two › shows both', why: 'Error: one' },
      { name: 'outside any test', why: 'Error: the server did not start' },
    ],
  });
});
