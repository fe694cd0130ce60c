import type { IncomingMessage } from 'node:http';
import { ok, type Result } from '@/domain/result';
import { bodyOf } from './body';
import { withinTime } from './deadline';
import { answerOf, type Resolve, systemResolve } from './hop';
import { forbidden } from './sentences';
import { type Target, targetOf } from './target';

const MOST_REDIRECTS = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** What an earlier answer from one address said of its version, to ask whether it has changed since. */
export type Validators = { url: string; etag: string | null; lastModified: string | null };

export type Outgoing = {
  /** the `host:port`s of STET_FETCH_ALLOW */
  allow: readonly string[];
  /** where this desk is served, told to the sites it reads; null on one machine */
  origin: string | null;
  signal?: AbortSignal;
  /** instead of this machine's own name resolution */
  resolve?: Resolve;
  /** milliseconds for all of it, redirects and body included */
  patience?: number;
};

export type Question = {
  /** media types, as the Accept header lists them */
  accept: string;
  validators?: Validators | null;
  /** looks at status and headers before a byte of the body is read */
  judge: (answer: IncomingMessage) => Result<true>;
};

/** An answer that is no redirect. */
export type Answered = {
  /** where it came from in the end */
  url: string;
  status: number;
  headers: IncomingMessage['headers'];
  /** unpacked; empty unless the status is 200 */
  bytes: Uint8Array;
};

export const agentOf = (origin: string | null): string => `Stet/1 (fact-checking desk${origin ? `; +${origin}` : ''})`;

function headersFor({ url }: Target, { accept, validators }: Question, origin: string | null) {
  const known = validators?.url === withoutFragment(url) ? validators : null;
  return {
    'User-Agent': agentOf(origin),
    Accept: accept,
    'Accept-Encoding': 'gzip, br, deflate',
    ...(known?.etag ? { 'If-None-Match': known.etag } : {}),
    ...(known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {}),
  };
}

async function taken(answer: IncomingMessage, url: URL, question: Question): Promise<Result<Answered>> {
  const judged = question.judge(answer);
  if (!judged.ok) return judged;
  const { statusCode: status = 0, headers } = answer;
  const body = status === 200 ? await bodyOf(answer) : ok(new Uint8Array());
  return body.ok ? ok({ url: withoutFragment(url), status, headers, bytes: body.value }) : body;
}

function withoutFragment(url: URL): string {
  const whole = new URL(url);
  whole.hash = '';
  return whole.href;
}

/** Headers come as Latin-1; an address in one that is not plain ASCII is meant as UTF-8. */
const readableIn = (header: string): string => Buffer.from(header, 'latin1').toString();

async function follow(
  address: string,
  question: Question,
  { allow, origin, resolve = systemResolve }: Outgoing,
  signal: AbortSignal,
): Promise<Result<Answered>> {
  const exempt = new Set(allow);
  let next = targetOf(address, exempt);
  for (let hops = 0; next.ok && hops <= MOST_REDIRECTS; hops += 1) {
    const target: Target = next.value;
    const answer = await answerOf({ target, headers: headersFor(target, question, origin), resolve, signal });
    if (!answer.ok) return answer;
    const { statusCode = 0, headers } = answer.value;
    try {
      if (!redirects.has(statusCode) || !headers.location) return await taken(answer.value, target.url, question);
    } finally {
      answer.value.destroy();
    }
    // what the desk allows itself is reached by who works here, never by a page that sends us there
    next = targetOf(readableIn(headers.location), target.allowed ? exempt : new Set(), target.url);
  }
  return next.ok ? forbidden('redirects') : next;
}

/**
 * Asks an address of the open web for what it holds. Every address is judged before it is connected to, on every
 * redirect, and the very address that was judged is the one connected to. Refuses, with a rule that begins with
 * `fetch-` and a sentence, whatever goes wrong outside.
 */
export const askAt = (address: string, question: Question, outgoing: Outgoing): Promise<Result<Answered>> =>
  withinTime(outgoing, (signal) => follow(address, question, outgoing, signal));
