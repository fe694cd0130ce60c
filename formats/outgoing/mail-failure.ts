import type { Handing } from '@/domain/mail';
import type { Letter, MailWay } from './letter';

/** What nodemailer throws. */
export type Thrown = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/**
 * What a failure comes to. A server that is out of reach, does not know us or is about to close says nothing of the
 * message; what it answers to the recipient or to the content does: 4xx for now, 5xx for good (RFC 5321, 4.2.1).
 */
export function handingOf(thrown: Thrown, { to }: Letter, way: MailWay): Handing {
  const { code = '', command = '', responseCode = 0 } = thrown;
  const said = saidBy(thrown, to.address, way);
  const isOfMessage = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== 421;
  if (!isOfMessage) return { is: 'server', problem: sentenceFor(thrown, said, way) };
  if (responseCode >= 400 && responseCode < 500) {
    return { is: 'put-off', problem: `The mail server does not take this message yet${said}` };
  }
  const what = command === 'DATA' ? 'this message' : 'the address';
  return { is: 'refused', problem: `The mail server refused ${what}${said}` };
}

function sentenceFor({ code = '', command = '', message }: Thrown, said: string, { server, from }: MailWay): string {
  const where = `${server.host}:${server.port}`;
  if (command === 'MAIL FROM') return `The mail server takes no messages from ${from.address}${said}`;
  if (code === 'EAUTH') return `The mail server at ${where} refused the login in STET_SMTP_URL${said}`;
  if (code === 'EDNS') return `No mail server of the name ${server.host} was found.`;
  if (certificates.test(`${code} ${message}`)) return `The certificate of the mail server at ${where} is not trusted.`;
  if (code === 'ETLS')
    return `The mail server at ${where} offers no encryption, without which nothing is sent to it${said}`;
  if (code === 'ETIMEDOUT' || code === 'EABORT') return `The mail server at ${where} did not answer in time.`;
  if (/ECONNREFUSED/.test(message)) return `No mail server answers at ${where}.`;
  return `The mail server at ${where} broke off${said}`;
}

const certificates = /certificate|self.signed|altnames|CERT_|UNABLE_TO_/i;

/** Longer answers are cut. */
const LONGEST = 200;

/**
 * What the server answered, as the end of a sentence, in one line without what is not to be kept: the login, whom the
 * message is for, and web addresses in it, of which one may be a one-time link.
 */
function saidBy({ response }: Thrown, to: string, { server: { login } }: MailWay): string {
  if (!response) return '.';
  let said = response.replace(/\p{C}+/gu, ' ').replace(/\S*(:\/\/|#)\S*/g, '…');
  for (const hidden of [to, ...(login ? [login.password, login.user] : [])]) said = said.replaceAll(hidden, '…');
  const cut = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
  return `, and said: “${cut.trim()}”`;
}
