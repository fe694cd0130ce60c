import { type NextRequest, NextResponse } from 'next/server';
import { sessionTokenIn } from '@/db/people/cookie';

/**
 * The desk's pages. Not the API and the public routes (editions, their list, their preview, assets, feeds, what is
 * there for search engines), whose handlers set stricter policies of their own, and not what Next serves from its build.
 */
export const config = {
  matcher:
    '/((?!api/|a/|published$|articles/[^/]+/publish/preview$|assets/|feed\\.|sitemap\\.xml$|robots\\.txt$|oembed$|verifying$|_next/|healthz$|readyz$|favicon\\.ico$).*)',
};

/**
 * Gives every page of the desk a policy under which only scripts and styles with this answer's nonce run. The nonce
 * goes on the request too, where Next and the root layout find it, and so does the path, to which signing in leads
 * back; a page made before the request cannot carry it, so pages of the desk are rendered when asked for. Signed-out
 * people find at the front what is published.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname === '/' && sessionTokenIn(request.headers.get('cookie') ?? '') === null) {
    return NextResponse.rewrite(new URL(`/published${request.nextUrl.search}`, request.url));
  }
  const policy = deskPolicy(newNonce(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set('x-stet-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

const newNonce = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');

/** Development adds what Next's tools need: eval for source maps, inline styles for their overlay. */
function deskPolicy(nonce: string, development: boolean): string {
  const directives = {
    'default-src': `'self'`,
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    'style-src': development ? `'self' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`,
    'img-src': `'self' data: blob:`,
    'object-src': `'none'`,
    'base-uri': `'none'`,
    'form-action': `'self'`,
    'frame-src': `'self'`,
    'frame-ancestors': `'none'`,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
