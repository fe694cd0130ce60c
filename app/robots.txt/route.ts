import { publicDocument } from '@/app/a/answer';
import { ownOrigin } from '@/app/api/door/origin';

/** Where the sitemap is, for search engines; the desk itself they cannot read. */
export function GET(request: Request): Promise<Response> {
  const text = `User-agent: *\nDisallow: /api/\n\nSitemap: ${ownOrigin(request.headers)}/sitemap.xml\n`;
  return publicDocument(request, { key: text, keep: 'if unchanged', type: 'text/plain', draw: async () => text });
}
