import { z } from 'zod';
import { emailSchema, nameSchema } from './person';

/** A server that takes mail: what STET_SMTP_URL says. */
export type MailServer = {
  host: string;
  port: number;
  /** encrypted from the first byte (smtps); else by STARTTLS */
  secure: boolean;
  login: { user: string; password: string } | null;
};

/** Whom a message comes from or goes to. */
export type Mailbox = { name: string | null; address: string };

/** What the two variables say of mail; `url` and `sender` are their texts, and the first of them holds a password. */
export type MailConfig = { server: MailServer; from: Mailbox; url: string; sender: string };

/** The ports of handing mail on (RFC 8314). */
const ports: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 };

const hostName = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/i;

/** The server behind `smtp://user:password@host:port` or `smtps://…`, or null where it is more or less than that. */
export function mailServerOf(text: string): MailServer | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const port = ports[url.protocol];
  const bare = (url.pathname === '' || url.pathname === '/') && !url.search && !url.hash;
  if (port === undefined || !bare || !hostName.test(url.hostname)) return null;
  const login = loginIn(url);
  if (login === undefined) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(url.port) || port, secure: url.protocol === 'smtps:', login };
}

/** Null where the address names nobody, undefined where it names only half of a login or one that cannot be read. */
function loginIn({ username, password }: URL): MailServer['login'] | undefined {
  if (!username && !password) return null;
  if (!username || !password) return undefined;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

/** `name@example.org`, or the same in angle brackets after a name; null for anything else. */
export function mailboxOf(text: string): Mailbox | null {
  const [, name, address = text] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
  if (!emailSchema.safeParse(address).success) return null;
  const called = (name ?? '').trim().replace(/^"(.*)"$/, '$1');
  if (called === '') return { name: null, address };
  return nameSchema.safeParse(called).success ? { name: called, address } : null;
}

/** STET_SMTP_URL. What was given is never repeated in a refusal: it holds a password. */
export const smtpUrl = z.string().transform((url, context) => {
  const server = mailServerOf(url);
  if (server) return { url, server };
  context.addIssue(
    'STET_SMTP_URL is not the address of a mail server. Set it to one such as smtp://user:password@mail.example:587 (encrypted by STARTTLS) or smtps://user:password@mail.example:465, with nothing after the port, both user and password or neither, and their special characters percent-encoded (%40 for @).',
  );
  return z.NEVER;
});

/** STET_MAIL_FROM. */
export const mailFrom = z.string().transform((sender, context) => {
  const from = mailboxOf(sender);
  if (from) return { sender, from };
  context.addIssue(
    `STET_MAIL_FROM is "${sender}", which is no e-mail address. Set it to one such as stet@desk.example, or to one after a name, such as The Desk <stet@desk.example>.`,
  );
  return z.NEVER;
});

/** The variable that is missing where only one of the two is given, and the sentence that says so. */
export function halfOfMail({ STET_SMTP_URL: url, STET_MAIL_FROM: from }: Record<string, string | undefined>) {
  if (!url === !from) return null;
  const rest = 'or leave both out to mail nothing.';
  return url
    ? {
        variable: 'STET_MAIL_FROM',
        message: `STET_MAIL_FROM is missing, and STET_SMTP_URL is set. Set it to the address that messages come from, such as stet@desk.example, ${rest}`,
      }
    : {
        variable: 'STET_SMTP_URL',
        message: `STET_SMTP_URL is missing, and STET_MAIL_FROM is set. Set it to the server that takes mail, such as smtp://user:password@mail.example:587, ${rest}`,
      };
}
