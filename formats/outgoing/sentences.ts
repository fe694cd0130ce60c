import { type Result, refuse } from '@/domain/result';

const PASTE = 'Paste the article’s text instead.';

/** Why nothing was fetched, by rule: what is wrong and what to do, for whoever gave the address. */
const sentences = {
  address: 'This is not a web address that can be read. Copy it again from the browser’s address bar.',
  scheme: 'Stet reads addresses that begin with http:// or https:// only.',
  credentials: 'This address holds a name or password. Take out what stands before the @ and try again.',
  private: 'This address leads into a private network or to this server itself, not to the open web.',
  name: 'No site of this name was found. Check the address for a typing error.',
  unreachable: `The site could not be reached. Try again later. If it stays so, paste the article’s text.`,
  broken: `The site broke off while it answered. Try again. If it stays so, paste the article’s text.`,
  certificate: `The site’s certificate is not valid, so nothing was read from it. ${PASTE}`,
  'not-http': `What answers at this address does not speak HTTP as a web page does. Check the address.`,
  slow: `The site took longer than 15 seconds to answer. Try again later. If it stays so, paste the article’s text.`,
  cancelled: 'Reading from this address was cancelled.',
  redirects: `The site forwards from address to address more than five times. Open it in a browser and copy the address where it ends.`,
  large: `What this address holds is over 10 MB, more than any article. ${PASTE}`,
  encoding: `The site sends this page packed in a way that cannot be unpacked. ${PASTE}`,
  'robots-unreachable':
    'The site’s robots.txt could not be read, so programs are to leave its pages alone. Stet tries again later.',
  robots: 'The site’s robots.txt asks programs not to read this page. Check it by hand.',
} as const;
export type FetchRule = keyof typeof sentences;

/** A refusal of the fetcher, which points at the address that was given. Its rule id begins with `fetch-`. */
export const forbidden = (rule: FetchRule): Result<never> =>
  refuse('rule', `fetch-${rule}`, sentences[rule], { pointer: '/url' });

const certificates = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/;
const codeOf = (thrown: unknown): string => String((thrown as { code?: unknown } | null)?.code ?? '');

/** What a failed request comes to; null for a bug of ours, which is to be thrown on. */
export function ruleOf(thrown: unknown): FetchRule | null {
  const code = codeOf(thrown);
  if (/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) return 'name';
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return 'broken';
  if (certificates.test(code)) return 'certificate';
  if (/^(EPROTO|HPE_|ERR_SSL_|ERR_TLS_)/.test(code)) return 'not-http';
  return code ? 'unreachable' : null;
}
