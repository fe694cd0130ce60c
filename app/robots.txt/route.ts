import { publicText } from '@/app/a/answer';
import { ownOrigin } from '@/app/api/door/origin';

/** Where the sitemap is, for search engines; the desk itself they cannot read. */
export function GET(request: Request): Response {
  const text = `User-agent: *\nDisallow: /api/\n\nSitemap: ${ownOrigin(request.headers)}/sitemap.xml\n`;
  return publicText(request, text, { keep: 'a minute', type: 'text/plain' });
}
