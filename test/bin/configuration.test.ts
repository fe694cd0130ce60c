import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settleConfiguration } from '@/bin/server/configuration';
import { newFolder } from '@/test/scratch';

let root: string;
beforeEach(() => {
  root = newFolder();
});
afterEach(() => rmSync(root, { recursive: true }));

const secretFile = () => join(root, 'data/secret');

test('the data folder is made under the checkout, wherever the command was typed', () => {
  const env: Record<string, string | undefined> = {};
  expect(settleConfiguration(env, root)).toMatchObject({
    ok: true,
    value: { databaseUrl: `file:${root}/data/stet.db` },
  });
  expect(env.DATABASE_URL).toBe(`file:${root}/data/stet.db`);
  expect(existsSync(join(root, 'data'))).toBe(true);
});

test('a secret is made once, for its owner alone', () => {
  settleConfiguration({}, root);
  const secret = readFileSync(secretFile(), 'utf8').trim();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
  expect(settleConfiguration({}, root)).toMatchObject({ ok: true, value: { secret } });
});

test('a kept secret that others could read is closed to them', () => {
  settleConfiguration({}, root);
  writeFileSync(secretFile(), 'b'.repeat(64));
  rmSync(secretFile());
  writeFileSync(secretFile(), 'b'.repeat(64), { mode: 0o644 });
  settleConfiguration({}, root);
  expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
});

test('a given secret is used, and none is kept', () => {
  const secret = 'c'.repeat(32);
  expect(settleConfiguration({ STET_SECRET: secret }, root)).toMatchObject({ ok: true, value: { secret } });
  expect(existsSync(secretFile())).toBe(false);
});

test('a remote database leaves nothing on disk', () => {
  const env = { DATABASE_URL: 'libsql://desk.example', STET_SECRET: 'c'.repeat(32) };
  expect(settleConfiguration(env, root).ok).toBe(true);
  expect(existsSync(join(root, 'data'))).toBe(false);
});

test('a path with a space reaches the driver as it expects it', () => {
  const settled = settleConfiguration({ DATABASE_URL: 'file:my data/stet.db' }, root);
  expect(settled).toMatchObject({ ok: true, value: { databaseUrl: `file:${root}/my%20data/stet.db` } });
});

test('what is absent is settled as blank, so that a stray .env file cannot fill it in', () => {
  const env: Record<string, string | undefined> = {};
  settleConfiguration(env, root);
  expect(env).toMatchObject({ STET_ORIGIN: '', STET_TRUSTED_PROXIES: '', HOST: '127.0.0.1', PORT: '3000' });
});

test('a wrong configuration touches nothing', () => {
  expect(settleConfiguration({ PORT: 'x' }, root).ok).toBe(false);
  expect(existsSync(join(root, 'data'))).toBe(false);
});

test('how mail is handed on is settled as it was given', () => {
  const env: Record<string, string | undefined> = {
    STET_SMTP_URL: 'smtps://desk:p%40ss@mail.example',
    STET_MAIL_FROM: 'The Desk <stet@desk.example>',
  };
  const given = { ...env };
  expect(settleConfiguration(env, root).ok).toBe(true);
  expect(env).toMatchObject(given);
});
