/** A message as it arrived. */
export type Letter = {
  /** who it was handed over for, which its own headers may not say */
  recipients: string[];
  /** whether it came encrypted */
  secure: boolean;
  raw: string;
  /** the names of its headers, in lower case, as often as they stand there */
  names: string[];
  header: (name: string) => string;
  text: string;
  html: string;
};

/** Reads a message of text and HTML, in the encodings that mailers choose between (RFC 2045, 2047). */
export function read(raw: string, recipients: string[], secure: boolean): Letter {
  const { headers, body } = entity(raw);
  const boundary = /boundary="?([^";]+)/.exec(headerOf(headers, 'content-type'))?.[1];
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => entity(part.replace(/^\r\n|\r\n$/g, '')))
    : [];
  const partOf = (type: string) => {
    const found = parts.find((part) => headerOf(part.headers, 'content-type').startsWith(type));
    return found ? decoded(found).replaceAll('\r\n', '\n') : '';
  };
  return {
    ...{ recipients, secure, raw },
    names: headers.map(([name]) => name),
    header: (name) => words(headerOf(headers, name)),
    text: partOf('text/plain'),
    html: partOf('text/html'),
  };
}

type Entity = { headers: [name: string, value: string][]; body: string };

function entity(raw: string): Entity {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const headers = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers, body: raw.slice(end + 4) };
}

const headerOf = (headers: Entity['headers'], name: string): string =>
  headers.find(([each]) => each === name)?.[1] ?? '';

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');
const unquoted = (body: string): string =>
  utf8(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );

function decoded({ headers, body }: Entity): string {
  const encoding = headerOf(headers, 'content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? unquoted(body) : utf8(body);
}

/** Encoded words of a header, read. */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word.replaceAll('_', ' ')),
    );
