import { readerAssets } from '@/formats/export/assets';

const forAYear = 'public, max-age=31536000, immutable';

/** Whether the browser has it already: `If-None-Match` may list several tags, weak ones, or `*`. */
const knows = (request: Request, tag: string): boolean => {
  const list = request.headers.get('If-None-Match')?.split(',') ?? [];
  return list.some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*');
};

/** The stylesheet and fonts of the public pages. A name holds the digest of its bytes, so an answer never goes stale. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const asset = readerAssets().all.find((one) => one.name === name);
  if (!asset) return new Response('There is no such file.', { status: 404, headers: { 'Cache-Control': 'no-store' } });
  const tag = `"${name}"`;
  const headers = {
    'Cache-Control': forAYear,
    ETag: tag,
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
  };
  if (knows(request, tag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(asset.bytes), {
    headers: { ...headers, 'Content-Type': asset.type, 'Content-Length': String(asset.bytes.length) },
  });
}
