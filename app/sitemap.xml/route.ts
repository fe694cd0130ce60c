import { publicText } from '@/app/a/answer';
import { ownOrigin } from '@/app/api/door/origin';
import { addressOf } from '@/components/reader/words';
import { type Addressed, listAddresses } from '@/db/editions/public';
import { MOST_PLACES, type Place, sitemapIndexOf, sitemapOf } from '@/formats/export/sitemap';

/** Articles read from the database at once. */
const BATCH = 500;

const placesOf = ({ slug, publishedAt, ks }: Addressed, origin: string): Place[] =>
  [undefined, ...ks].map((k) => ({ url: `${origin}${addressOf(slug, null, k)}`, changedAt: publishedAt }));

async function everyPlace(origin: string): Promise<Place[]> {
  const places: Place[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const found = await listAddresses({ after, limit: BATCH });
    for (const article of found) places.push(...placesOf(article, origin));
    after = found.at(-1)?.slug;
    more = found.length === BATCH;
  }
  return places;
}

/** The whole, or an index of its parts where there are more than one; a part by its number from 1. Null: no such part. */
function printed(places: Place[], origin: string, part: number | null): string | null {
  const parts = Math.max(1, Math.ceil(places.length / MOST_PLACES));
  if (part !== null) {
    return part < 1 || part > parts ? null : sitemapOf(places.slice((part - 1) * MOST_PLACES, part * MOST_PLACES));
  }
  if (parts === 1) return sitemapOf(places);
  return sitemapIndexOf(Array.from({ length: parts }, (_, index) => `${origin}/sitemap.xml?part=${index + 1}`));
}

/** Every article and claim that is published; in parts where there are more than the protocol allows in one. */
export async function GET(request: Request): Promise<Response> {
  const origin = ownOrigin(request.headers);
  const asked = new URL(request.url).searchParams.get('part');
  const part = asked === null ? null : /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
  const xml = printed(await everyPlace(origin), origin, part);
  if (xml === null) {
    return new Response('The sitemap has no such part.\n', { status: 404, headers: { 'Cache-Control': 'no-cache' } });
  }
  return publicText(request, xml, { keep: 'a minute', type: 'application/xml' });
}
