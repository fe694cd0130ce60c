import { etagOf } from '@/domain/canonical';
import type { ProblemDocument } from '@/domain/contract/route';
import type { Refusal, RefusalKind } from '@/domain/result';

const kinds: Record<RefusalKind, { status: number; title: string }> = {
  malformed: { status: 400, title: 'Malformed request' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  missing: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict' },
  stale: { status: 412, title: 'Changed in the meantime' },
  'too-large': { status: 413, title: 'Too large' },
  rule: { status: 422, title: 'A rule is not met' },
  unversioned: { status: 428, title: 'Version required' },
  'too-many': { status: 429, title: 'Too many requests' },
};

/** A refusal as RFC 9457 problem details; a stale one carries what stands now, with its ETag. */
export function problemResponse({ kind, problems, current, version, retryAfter }: Refusal): Response {
  const { status, title } = kinds[kind];
  const headers = new Headers();
  if (kind === 'unauthenticated') headers.set('WWW-Authenticate', 'Bearer realm="Stet"');
  if (current !== undefined) headers.set('ETag', etagOf(version ?? current));
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  const detail = problems.map(({ message }) => message).join(' ');
  return problemDocument({ type: typeOf(problems[0]?.rule), title, status, detail, problems, current }, headers);
}

/** Any problem document as a response that nobody keeps. */
export function problemDocument(document: ProblemDocument, headers = new Headers()): Response {
  headers.set('Content-Type', 'application/problem+json');
  headers.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(document), { status: document.status, headers });
}

/** A URI for each rule (RFC 9457, 3.1.1): the rule's id, which never changes, as a tag URI. */
const typeOf = (rule = 'problem'): string => `tag:stet,2026:${rule}`;
