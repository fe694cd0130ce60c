import { describe, expect, test } from 'vitest';
import { databaseFile, isLoopbackName, readConfig } from '@/domain/config';

const secret = 'a'.repeat(32);

function configOf(env: Record<string, string>) {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.refusal.problems.map(({ message }) => message).join('\n'));
  return read.value;
}

function problemsOf(env: Record<string, string>): string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.refusal.problems.map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('without any variable', () => {
  test('a desk keeps a file of its own and serves this machine alone', () => {
    expect(configOf({})).toEqual({
      databaseUrl: 'file:data/stet.db',
      databaseAuthToken: null,
      origin: null,
      secret: null,
      trustedProxies: [],
      fetchAllow: [],
      mail: null,
      host: '127.0.0.1',
      port: 3000,
    });
  });

  test('a blank one counts as absent', () => {
    expect(configOf({ PORT: '', HOST: '  ', STET_ORIGIN: '', STET_SECRET: '' })).toEqual(configOf({}));
  });
});

describe('a right value is read', () => {
  test.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65535 }],
    ['PORT', ' 8080 ', { port: 8080 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['HOST', '::1', { host: '::1' }],
    ['HOST', 'localhost', { host: 'localhost' }],
    ['STET_ORIGIN', 'https://desk.example', { origin: 'https://desk.example' }],
    ['STET_ORIGIN', 'https://Desk.example:8443/', { origin: 'https://desk.example:8443' }],
    ['STET_ORIGIN', 'http://localhost:3000', { origin: 'http://localhost:3000' }],
    ['STET_ORIGIN', 'http://[::1]:3000', { origin: 'http://[::1]:3000' }],
    ['STET_SECRET', secret, { secret }],
    [
      'STET_TRUSTED_PROXIES',
      '10.0.0.7, 10.1.0.0/16,::1,fd00::/8',
      { trustedProxies: ['10.0.0.7', '10.1.0.0/16', '::1', 'fd00::/8'] },
    ],
    [
      'STET_FETCH_ALLOW',
      '127.0.0.1:8099, [::1]:80,CMS.desk.example:443',
      { fetchAllow: ['127.0.0.1:8099', '[::1]:80', 'cms.desk.example:443'] },
    ],
    ['DATABASE_URL', 'file:/var/lib/stet/desk.db', { databaseUrl: 'file:/var/lib/stet/desk.db' }],
  ])('%s=%s', (name, value, expected) => {
    expect(configOf({ [name]: value })).toMatchObject(expected);
  });

  test.each(['libsql://desk.example', 'https://desk.example', 'http://127.0.0.1:8080', 'ws://127.0.0.1:8080'])(
    'a libSQL server at %s',
    (url) => {
      const env = { DATABASE_URL: url, DATABASE_AUTH_TOKEN: 'token', STET_SECRET: secret };
      expect(configOf(env)).toMatchObject({ databaseUrl: url, databaseAuthToken: 'token' });
    },
  );
});

describe('mail is handed to a server', () => {
  const from = 'STET_MAIL_FROM';
  test.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, login: null }],
    ['smtps://mail.example', { host: 'mail.example', port: 465, secure: true, login: null }],
    ['smtp://127.0.0.1:25/', { host: '127.0.0.1', port: 25, secure: false, login: null }],
    ['smtp://[::1]:2525', { host: '::1', port: 2525, secure: false, login: null }],
    [
      'smtps://desk%40example.org:p%3Aa%2Fss%25@mail.example',
      { host: 'mail.example', port: 465, secure: true, login: { user: 'desk@example.org', password: 'p:a/ss%' } },
    ],
  ])('at %s', (url, server) => {
    expect(configOf({ STET_SMTP_URL: url, [from]: 'stet@desk.example' }).mail).toMatchObject({ server, url });
  });

  test.each([
    ['stet@desk.example', { name: null, address: 'stet@desk.example' }],
    ['The Desk <stet@desk.example>', { name: 'The Desk', address: 'stet@desk.example' }],
    ['"Desk, the" <stet@desk.example>', { name: 'Desk, the', address: 'stet@desk.example' }],
    ['<stet@desk.example>', { name: null, address: 'stet@desk.example' }],
  ])('from %s', (sender, mailbox) => {
    expect(configOf({ STET_SMTP_URL: 'smtp://mail.example', [from]: sender }).mail).toMatchObject({ from: mailbox });
  });

  test.each([
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp:mail.example',
    'smtp://mail.example:99999',
    'smtp://mail.example/path',
    'smtp://mail.example?tls=no',
    'smtp://user@mail.example',
    'smtp://:hunter2@mail.example',
    'smtp://user:hunter2%@mail.example',
    'smtp://user:hunter2@mail example',
  ])('but not at %s, which no sentence repeats', (url) => {
    const [problem, ...others] = problemsOf({ STET_SMTP_URL: url, [from]: 'stet@desk.example' });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^\/STET_SMTP_URL STET_SMTP_URL is not the address of a mail server\. Set /);
    expect(problem).not.toContain('hunter2');
  });

  test.each([
    'stet',
    'stet@desk.example, other@desk.example',
    'A\nBcc: b@c.example <stet@desk.example>',
    'Desk <stet>',
  ])('nor from %s', (sender) => {
    expect(problemsOf({ STET_SMTP_URL: 'smtp://mail.example', [from]: sender })).toEqual([
      expect.stringMatching(/^\/STET_MAIL_FROM STET_MAIL_FROM is "[\s\S]*Set it to /),
    ]);
  });

  test('only where both are given', () => {
    expect(problemsOf({ STET_SMTP_URL: 'smtp://u:hunter2@mail.example' })).toEqual([
      expect.stringMatching(/^\/STET_MAIL_FROM STET_MAIL_FROM is missing, and STET_SMTP_URL is set\. Set [^2]*$/),
    ]);
    expect(problemsOf({ STET_MAIL_FROM: 'stet@desk.example' })).toEqual([
      expect.stringMatching(/^\/STET_SMTP_URL STET_SMTP_URL is missing/),
    ]);
  });
});

describe('a wrong value is refused with its name and what to do', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['HOST', 'http://localhost'],
    ['HOST', 'a b'],
    ['HOST', '127.0.0.1:3000'],
    ['STET_ORIGIN', 'desk.example'],
    ['STET_ORIGIN', 'http://desk.example'],
    ['STET_ORIGIN', 'https://desk.example/stet'],
    ['STET_ORIGIN', 'https://desk.example?x'],
    ['STET_ORIGIN', 'https://me@desk.example'],
    ['STET_ORIGIN', 'ftp://desk.example'],
    ['STET_SECRET', 'short'],
    ['STET_TRUSTED_PROXIES', 'proxy.example'],
    ['STET_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['STET_TRUSTED_PROXIES', '10.0.0.1,,10.0.0.2'],
    ['STET_FETCH_ALLOW', '127.0.0.1'],
    ['STET_FETCH_ALLOW', '*:80'],
    ['STET_FETCH_ALLOW', '10.0.0.0/8:80'],
    ['STET_FETCH_ALLOW', 'http://cms.desk.example:443'],
    ['STET_FETCH_ALLOW', 'me@cms.desk.example:443'],
    ['STET_FETCH_ALLOW', 'cms.desk.example:65536'],
    ['STET_FETCH_ALLOW', '0.0.0.0:80'],
    ['DATABASE_URL', ':memory:'],
    ['DATABASE_URL', 'file::memory:'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'file:%ff'],
    ['DATABASE_URL', 'data/stet.db'],
    ['DATABASE_URL', 'postgres://desk.example'],
    ['DATABASE_URL', 'libsql://'],
  ])('%s=%s', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^/${name} ${name}[^.]* .*\\. (Set|Use|List|Correct) .*\\.$`));
  });

  test('all at once, when several are wrong', () => {
    const problems = problemsOf({ PORT: 'x', HOST: 'a b', STET_SECRET: 'x', DATABASE_URL: 'x', STET_ORIGIN: 'x' });
    expect(problems.map((each) => each.split(' ')[0])).toEqual(
      expect.arrayContaining(['/PORT', '/HOST', '/STET_SECRET', '/DATABASE_URL', '/STET_ORIGIN']),
    );
  });

  test('a secret is never repeated in the sentence that refuses it', () => {
    expect(problemsOf({ STET_SECRET: 'hunter2' })[0]).not.toContain('hunter2');
  });
});

describe('variables that contradict each other', () => {
  test('a remote database needs a secret that all its servers share', () => {
    expect(problemsOf({ DATABASE_URL: 'libsql://desk.example' })).toEqual([
      expect.stringContaining('STET_SECRET is missing'),
    ]);
  });

  test('an outward address needs an origin to be served under', () => {
    expect(problemsOf({ HOST: '192.168.1.5' })).toEqual([expect.stringContaining('Set STET_ORIGIN')]);
    expect(problemsOf({ HOST: '192.168.1.5', STET_ORIGIN: 'https://desk.example' })).toEqual([]);
  });
});

test.each([
  ['file:data/stet.db', 'data/stet.db'],
  ['file:/tmp/a%20b.db', '/tmp/a b.db'],
  ['file:///tmp/a.db', '/tmp/a.db'],
  ['libsql://desk.example', null],
])('the file of %s is %s', (url, file) => {
  expect(databaseFile(url)).toBe(file);
});

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['[::1]', true],
  ['127.0.0.1.desk.example', false],
  ['localhost.desk.example', false],
  ['desk.example', false],
])('%s is loopback: %s', (name, expected) => {
  expect(isLoopbackName(name)).toBe(expected);
});
