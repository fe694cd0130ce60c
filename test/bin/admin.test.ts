import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createClient } from '@libsql/client';
import { afterAll, expect, test } from 'vitest';
import { newFolder } from '@/test/scratch';

const folder = newFolder();
const url = `file:${folder}/stet.db`;
afterAll(() => rmSync(folder, { recursive: true }));

type Ran = { code: number; stdout: string; stderr: string };
const admin = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const { PATH, HOME } = process.env;
    const env: NodeJS.ProcessEnv = { PATH, HOME, NODE_ENV: 'production', DATABASE_URL: url, PORT: '4321' };
    execFile(process.execPath, ['--import', 'tsx', 'bin/admin.ts', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
const printed = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await admin(...args);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Record<string, unknown>;
};
const add = (name: string, role: string, ...more: string[]) =>
  printed('person', 'add', '--name', name, '--email', `${name}@desk.example`, '--role', role, ...more);

test('a person is added on a database that did not exist, and one JSON object is all that is printed', async () => {
  const ada = await add('Ada', 'admin', '--token');
  expect(ada).toEqual({
    id: expect.any(String),
    email: 'ada@desk.example',
    role: 'admin',
    token: expect.stringMatching(/^stet_[\w-]{43}$/),
  });
  expect(Object.keys(await add('Bea', 'reviewer'))).toEqual(['id', 'email', 'role']);
});

test('what is missing, misspelt or taken is told on stderr, with nothing on stdout', async () => {
  const cases: [string[], RegExp][] = [
    [[], /Name a command[\s\S]*Usage/],
    [['person', 'list', '--all'], /--all/],
    [['person', 'add', '--name', 'C', '--email', 'c@desk.example', '--role', 'chief'], /reviewer, editor or admin/],
    [['person', 'add', '--name', 'C', '--email', 'ADA@desk.example', '--role', 'editor'], /already/],
    [['person', 'disable', '--email', 'ada@desk.example'], /last administrator/],
  ];
  const ran = await Promise.all(cases.map(async ([args, words]) => ({ ...(await admin(...args)), words })));
  for (const { code, stdout, stderr, words } of ran) {
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(words);
  }
});

test('a reset link names the address at which this desk is served', async () => {
  const { link } = await printed('person', 'reset-password', '--email', 'bea@desk.example');
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4321\/reset#[\w-]{43}$/);
});

test('people are listed, let go and let in again, and their tokens revoked', async () => {
  const { items } = (await printed('person', 'list')) as { items: { name: string }[] };
  expect(items.map(({ name }) => name)).toEqual(['Ada', 'Bea']);
  expect(await printed('token', 'revoke', '--email', 'ada@desk.example')).toEqual({ revoked: 1 });
  expect(await printed('person', 'disable', '--email', 'bea@desk.example')).toMatchObject({ disabled: true });
  expect(await printed('person', 'enable', '--email', 'bea@desk.example')).toMatchObject({ disabled: false });
});

test('somebody is erased at the server itself, after a look at what that would take', async () => {
  await add('Gone', 'reviewer');
  const gone = ['erase', 'person', '--email', 'gone@desk.example'];
  expect(await admin(...gone, '--reason', 'By letter.')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/Disable/),
  });
  expect(await admin(...gone)).toMatchObject({ code: 1, stderr: expect.stringMatching(/--reason R/) });
  await printed('person', 'disable', '--email', 'gone@desk.example');
  expect(await printed(...gone, '--preview')).toMatchObject({ erased: null, goes: expect.anything() });
  expect(await printed(...gone, '--reason', 'By letter.')).toMatchObject({
    erased: { by: null, reason: 'By letter.' },
  });
  const { items } = (await printed('person', 'list')) as { items: { name: string }[] };
  expect(items.map(({ name }) => name)).toContain('Erased person');
  const unknown = ['erase', 'claim', '--article', 'none', '--claim', '1', '--reason', 'By letter.'];
  expect(await admin(...unknown)).toMatchObject({ code: 1, stderr: expect.stringMatching(/No edition of none/) });
  expect(await admin('erase', 'edition', '--article', 'none', '--edition', 'x')).toMatchObject({ code: 1 });
  expect(await printed('verify')).toMatchObject({ holds: true });
}, 60_000);

test('a log that somebody changed fails the check, and the check says where', async () => {
  expect(await printed('verify')).toMatchObject({ holds: true, activity: { broken: null } });
  const outside = createClient({ url });
  await outside.execute("UPDATE activity SET at = '2001-01-01T00:00:00.000Z' WHERE seq = 3");
  outside.close();
  const { code, stdout, stderr } = await admin('verify');
  expect([code, JSON.parse(stdout)]).toMatchObject([1, { holds: false, activity: { rows: 2, broken: { seq: 3 } } }]);
  expect(stderr).toMatch(/breaks at row 3/);
});
