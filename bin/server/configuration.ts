import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config, type configVariables, databaseFile, readConfig } from '@/domain/config';
import { ok, type Result } from '@/domain/result';
import { keptSecret } from './secret';

/**
 * Reads the configuration, makes what it needs on disk (the data folder and the secret in it) and writes the settled
 * values back into `env`, so that every reader in this process and its children sees the same: a relative database
 * path is resolved against the checkout, not against wherever a command was typed.
 */
export function settleConfiguration(env: Record<string, string | undefined>, root: string): Result<Config> {
  const read = readConfig(env);
  if (!read.ok) return read;
  const config = withFiles(read.value, root);
  Object.assign(env, variablesOf(config));
  return ok(config);
}

function withFiles(config: Config, root: string): Config {
  const path = databaseFile(config.databaseUrl);
  if (path === null) return config;
  const file = resolve(root, path);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const secret = config.secret ?? keptSecret(dirname(file));
  return { ...config, databaseUrl: `file:${pathToFileURL(file).pathname}`, secret };
}

/** The variables as text; blank for what is absent, so that a stray .env file cannot fill it in later. */
function variablesOf(config: Config): Record<(typeof configVariables)[number], string> {
  return {
    DATABASE_URL: config.databaseUrl,
    DATABASE_AUTH_TOKEN: config.databaseAuthToken ?? '',
    STET_ORIGIN: config.origin ?? '',
    STET_SECRET: config.secret ?? '',
    STET_TRUSTED_PROXIES: config.trustedProxies.join(','),
    STET_FETCH_ALLOW: config.fetchAllow.join(','),
    STET_SMTP_URL: config.mail?.url ?? '',
    STET_MAIL_FROM: config.mail?.sender ?? '',
    HOST: config.host,
    PORT: String(config.port),
  };
}
