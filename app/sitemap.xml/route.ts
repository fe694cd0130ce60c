import { publicDocument } from '@/app/a/answer';
import { ownOrigin } from '@/app/api/door/origin';
import { addressOf } from '@/components/reader/words';
import { type Addressed, listAddresses } from '@/db/editions/public';
import { sha256Hex } from '@/domain/canonical';
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

function printed(places: Place[], origin: string, part: number): string {
  const parts = Math.ceil(places.length / MOST_PLACES);
  if (part > 0) return sitemapOf(places.slice((part - 1) * MOST_PLACES, part * MOST_PLACES));
  if (parts <= 1) return sitemapOf(places);
  return sitemapIndexOf(Array.from({ length: parts }, (_, index) => `${origin}/sitemap.xml?part=${index + 1}`));
}

/** Every article and claim that is published; in parts where there are more than the protocol allows in one. */
export async function GET(request: Request): Promise<Response> {
  const origin = ownOrigin(request.headers);
  const part = new URL(request.url).searchParams.get('part') ?? '0';
  const xml = printed(await everyPlace(origin), origin, /^\d{1,6}$/.test(part) ? Number(part) : 0);
  const key = `sitemap ${sha256Hex(xml)}`;
  return publicDocument(request, { key, keep: 'if unchanged', type: 'application/xml', draw: async () => xml });
}
