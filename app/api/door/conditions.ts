import type { Route } from '@/domain/contract/route';
import { ok, type Result, refuse } from '@/domain/result';

const tag = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;

/** The strong entity tags that If-Match names (RFC 9110, 13.1.1); null where a route does not need it and it names none. */
export function expectedOf(headers: Headers, need: Route['ifMatch']): Result<readonly string[] | null> {
  const header = headers.get('if-match');
  if (need === 'none') return ok(null);
  if (header === null || header.trim() === '*') {
    if (need === 'optional') return ok(null);
    const message = 'Say which version you change: send the ETag you read as If-Match.';
    return refuse('unversioned', 'needs-if-match', message);
  }
  return ok((header.match(tag) ?? []).filter((each) => !each.startsWith('W/')));
}

/** Whether If-None-Match names this entity tag, compared weakly (RFC 9110, 13.1.2). */
export function matches(headers: Headers, etag: string): boolean {
  const header = headers.get('if-none-match');
  if (header === null) return false;
  return header.trim() === '*' || (header.match(tag) ?? []).some((each) => each.replace(/^W\//, '') === etag);
}
