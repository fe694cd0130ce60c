import { z } from 'zod';
import { halfOfMail, type MailConfig, mailFrom, smtpUrl } from './mail-server';
import { ok, type Problem, type Result, refuseAll } from './result';

/** How this desk is run: everything that is read from the environment, checked. */
export type Config = {
  /** `file:…` or the address of a libSQL server */
  databaseUrl: string;
  databaseAuthToken: string | null;
  /** the one origin that is served, `https://desk.example`; without it only loopback names are */
  origin: string | null;
  /** signs sessions and links; null only with a database file, where one is made and kept beside it */
  secret: string | null;
  /** addresses and CIDR ranges whose X-Forwarded-* headers are believed */
  trustedProxies: string[];
  /** `host:port`s that articles may be fetched from although they are not on the open web, or not at its ports */
  fetchAllow: string[];
  /** through which server and from whom messages are mailed; null: none are */
  mail: MailConfig | null;
  host: string;
  port: number;
};

/** The variables that {@link readConfig} reads, and nothing else does. */
export const configVariables = [
  'DATABASE_URL',
  'DATABASE_AUTH_TOKEN',
  'STET_ORIGIN',
  'STET_SECRET',
  'STET_TRUSTED_PROXIES',
  'STET_FETCH_ALLOW',
  'STET_SMTP_URL',
  'STET_MAIL_FROM',
  'HOST',
  'PORT',
] as const;

const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether a host name (without port) names this very machine. */
export const isLoopbackName = (hostname: string): boolean => loopbackName.test(hostname);

/** Whether a HOST stands for every address this machine has. */
export const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The path of a `file:` database as the database driver reads it, or null for a remote one. */
export function databaseFile(url: string): string | null {
  const path = /^file:(?:\/\/(?=\/))?([^?#]*)/i.exec(url)?.[1];
  return path === undefined ? null : decodeURIComponent(path);
}

const isRemote = (url: string) => /^(libsql|https?|wss?):\/\/[^/?#]+/i.test(url);

function isFile(url: string): boolean {
  try {
    const path = databaseFile(url);
    return !!path && !path.startsWith(':') && !url.includes('?') && !/^file:\/\/[^/]/i.test(url);
  } catch {
    return false;
  }
}

/** `https://desk.example` from what a person wrote, or null when it is more or less than an origin. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (!bare || !(url.protocol === 'https:' || url.protocol === 'http:')) return null;
  return url.protocol === 'https:' || isLoopbackName(url.hostname) ? url.origin : null;
}

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const databaseUrl = z
  .string()
  .default('file:data/stet.db')
  .refine((url) => isFile(url) || isRemote(url), {
    error:
      'DATABASE_URL must be "file:" and a path, such as file:data/stet.db, or the address of a libSQL server, such as libsql://desk.example. Correct it, or leave it out to use file:data/stet.db.',
  });

const origin = z.string().transform((text, context) => {
  const found = originOf(text);
  if (found) return found;
  context.addIssue(
    `STET_ORIGIN is "${text}", but it must be an https origin without a path, such as https://desk.example (http only for localhost). Set it to the address people type, or leave it out to serve this machine only.`,
  );
  return z.NEVER;
});

const secret = z.string().min(32, {
  error:
    'STET_SECRET is shorter than 32 characters, so it could be guessed. Set a longer one, for instance from "openssl rand -hex 32".',
});

const trustedProxies = z.string().transform((text, context) => {
  const entries = text.split(',').map((entry) => entry.trim());
  for (const entry of entries) {
    if (address.safeParse(entry).success) continue;
    context.addIssue(
      `STET_TRUSTED_PROXIES names "${entry}", which is neither an address nor a range. List addresses such as 10.0.0.7 or ranges such as 10.0.0.0/8, separated by commas.`,
    );
  }
  return entries;
});

/** `host:port` as a `URL` would write it, or null where it is more or less than that. */
function hostAndPort(entry: string): string | null {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(entry) ?? [];
  if (!host || /[/?#@*\s]/.test(host) || !URL.canParse(`http://${host}`) || Number(port) > 65_535) return null;
  const { hostname, port: more } = new URL(`http://${host}`);
  return more || hostname === '0.0.0.0' || hostname === '[::]' ? null : `${hostname}:${Number(port)}`;
}

const fetchAllow = z.string().transform((text, context) =>
  text.split(',').flatMap((entry) => {
    const found = hostAndPort(entry.trim());
    if (found) return [found];
    context.addIssue(
      `STET_FETCH_ALLOW names "${entry.trim()}", which is no host with a port. List each as host:port, such as cms.desk.example:443 or 10.0.0.7:8080, separated by commas.`,
    );
    return [];
  }),
);

const host = z
  .string()
  .default('127.0.0.1')
  .refine((text) => address.safeParse(text).success || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text), {
    error: (issue) =>
      `HOST is "${issue.input}", which is neither an address nor a host name. Use 127.0.0.1 for this machine only, or 0.0.0.0 for every network it is on.`,
  });

const port = z
  .string()
  .default('3000')
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
    error: (issue) =>
      `PORT is "${issue.input}", but it must be a whole number from 0 to 65535. Set it to a free port such as 3000, or to 0 for any free one.`,
  })
  .transform(Number);

const environment = z
  .object({
    DATABASE_URL: databaseUrl,
    DATABASE_AUTH_TOKEN: z.string().optional(),
    STET_ORIGIN: origin.optional(),
    STET_SECRET: secret.optional(),
    STET_TRUSTED_PROXIES: trustedProxies.optional(),
    STET_FETCH_ALLOW: fetchAllow.optional(),
    STET_SMTP_URL: smtpUrl.optional(),
    STET_MAIL_FROM: mailFrom.optional(),
    HOST: host,
    PORT: port,
  })
  .transform(
    (env): Config => ({
      databaseUrl: env.DATABASE_URL,
      databaseAuthToken: env.DATABASE_AUTH_TOKEN ?? null,
      origin: env.STET_ORIGIN ?? null,
      secret: env.STET_SECRET ?? null,
      trustedProxies: env.STET_TRUSTED_PROXIES ?? [],
      fetchAllow: env.STET_FETCH_ALLOW ?? [],
      mail: env.STET_SMTP_URL && env.STET_MAIL_FROM ? { ...env.STET_SMTP_URL, ...env.STET_MAIL_FROM } : null,
      host: env.HOST,
      port: env.PORT,
    }),
  );

const broken = (variable: string, message: string): Problem => ({
  rule: 'configuration',
  message,
  pointer: `/${variable}`,
});

/** What is wrong between variables that are each right by themselves. */
function contradictions(env: Record<string, string | undefined>): Problem[] {
  const found: Problem[] = [];
  if (isRemote(env.DATABASE_URL ?? '') && !env.STET_SECRET) {
    const message =
      'STET_SECRET is missing, and a remote database needs one that all its servers share. Set it to at least 32 random characters, for instance from "openssl rand -hex 32".';
    found.push(broken('STET_SECRET', message));
  }
  if (env.HOST && !env.STET_ORIGIN && !isLoopbackName(env.HOST) && !isWildcard(env.HOST)) {
    const message = `HOST is "${env.HOST}", but without STET_ORIGIN only this machine is served, under its loopback names. Set STET_ORIGIN to the address people type, or leave HOST out.`;
    found.push(broken('HOST', message));
  }
  const half = halfOfMail(env);
  if (half) found.push(broken(half.variable, half.message));
  return found;
}

/**
 * Reads the configuration from the environment. A variable that is absent or blank takes its default.
 * Refuses with one problem for each wrong variable, all at once.
 */
export function readConfig(env: Record<string, string | undefined>): Result<Config> {
  const given = Object.fromEntries(configVariables.map((name) => [name, env[name]?.trim() || undefined]));
  const read = environment.safeParse(given);
  const wrong = read.success ? [] : read.error.issues.map((issue) => broken(String(issue.path[0]), issue.message));
  const more = contradictions(given).filter(({ pointer }) => wrong.every((each) => each.pointer !== pointer));
  const problems = [...wrong, ...more];
  return read.success && problems.length === 0 ? ok(read.data) : refuseAll('malformed', problems);
}
