import { askedAt, counted, decoded } from '@/app/a/address';
import { publicText } from '@/app/a/answer';
import { ownOrigin } from '@/app/api/door/origin';
import { editionHeads, frozenPayload } from '@/db/editions/public';
import { claimsOf, type Payload } from '@/domain/edition';
import { type Embeddable, oembedOf } from '@/formats/export/oembed';

const plain = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache',
    },
  });

/**
 * The page that an address names: an edition or a claim in it, as pages and not in other forms. Null for any other, and
 * for what was withdrawn.
 */
async function embeddable(url: string, origin: string): Promise<Embeddable | null> {
  if (!URL.canParse(url) || new URL(url).origin !== origin) return null;
  const [a, ...parts] = new URL(url).pathname.split('/').filter((part) => part !== '');
  if (a !== 'a' || parts.length === 0) return null;
  const { slug, number, k, form } = askedAt(parts.map(decoded));
  if (form !== null) return null;
  const heads = await editionHeads(slug);
  const head = number === null ? heads.at(-1) : heads.find((each) => each.number === counted(number));
  if (!head || head.withdrawal) return null;
  const payload = JSON.parse(await frozenPayload(head)) as Payload;
  const claim = k === null ? null : claimsOf(payload).find((each) => each.k === counted(k));
  return claim === undefined ? null : { frame: payload.frame, claim, number: number === null ? null : head.number };
}

const room = (value: string | null): number | null =>
  value !== null && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : null;

/** oEmbed (https://oembed.com): what stands at one of our addresses, as a frame that another page can show. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const url = searchParams.get('url');
  if (url === null) return plain(400, 'Say of which page: url=…');
  if ((searchParams.get('format') ?? 'json') !== 'json') return plain(501, 'Only format=json is offered.');
  const origin = ownOrigin(request.headers);
  const found = await embeddable(url, origin);
  if (!found) return plain(404, 'No edition or claim is published at this address.');
  const limits = { maxwidth: room(searchParams.get('maxwidth')), maxheight: room(searchParams.get('maxheight')) };
  const json = JSON.stringify(oembedOf(found, origin, limits));
  return publicText(request, json, { keep: 'if unchanged', type: 'application/json' });
}
