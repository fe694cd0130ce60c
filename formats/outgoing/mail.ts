import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { isLoopbackName } from '@/domain/config';
import type { Handing } from '@/domain/mail';
import type { Mailbox } from '@/domain/mail-server';
import type { Letter, MailWay } from './letter';
import { handingOf, type Thrown } from './mail-failure';

/** Milliseconds to connect in. */
const CONNECTING = 30_000;
/**
 * Milliseconds for which a server may be silent (RFC 5321, 4.5.3.2). Whoever hangs up on one that is still looking through
 * a message sends it again, and again.
 */
const SILENCE = 300_000;
/** Milliseconds for the whole of it: under the term for which a process holds a message. */
const WHOLE = 330_000;

/**
 * Hands a message to the mail server; whatever goes wrong there is what came of it. Certificates are checked, and without
 * encryption nothing is handed to another machine.
 */
export async function handOn(letter: Letter, way: MailWay): Promise<Handing> {
  const { createTransport } = await import('nodemailer'); // a desk that mails nothing never loads it
  const transport = createTransport(settingsOf(way));
  const signal = AbortSignal.any([AbortSignal.timeout(WHOLE), ...(way.signal ? [way.signal] : [])]);
  try {
    await transport.sendMail({ ...messageOf(letter, way.from), signal });
    return { is: 'taken' };
  } catch (thrown) {
    return way.signal?.aborted ? { is: 'interrupted' } : handingOf(thrown as Thrown, letter, way);
  } finally {
    transport.close();
  }
}

function settingsOf({ server, patience = SILENCE, ca }: MailWay): SMTPTransport.Options {
  const { host, port, secure, login } = server;
  const loopback = isLoopbackName(host);
  return {
    ...{ host, port, secure },
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    requireTLS: !secure && !loopback,
    // a relay on this machine that asks for no login often has a certificate that nobody signed, and hides nothing
    ignoreTLS: loopback && !secure && login === null,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca ? { ca } : {}) },
    connectionTimeout: Math.min(patience, CONNECTING),
    greetingTimeout: patience,
    dnsTimeout: Math.min(patience, CONNECTING),
    socketTimeout: patience,
    socketCloseTimeout: 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  };
}

const messageOf = ({ id, to, subject, text, html, unsubscribe }: Letter, from: Mailbox) => ({
  from: mailboxFor(from),
  to: mailboxFor(to),
  messageId: `<stet.${id}@${from.address.split('@').at(-1)}>`,
  ...{ subject, text, html },
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(unsubscribe ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  },
  ...(unsubscribe ? { list: { unsubscribe } } : {}),
});

/** Never as one text, which would be read for further addresses. */
const mailboxFor = ({ name, address }: Mailbox) => ({ name: name ?? '', address });
