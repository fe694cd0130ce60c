import { addressOf, type EditionClaim, type Frame } from '@/domain/edition';
import { verdictOf } from '@/domain/scale';
import { frameHeights, frameOf } from './page-tells';

/** What a page of ours that may be embedded shows: one claim of an edition, or the whole. */
export type Embeddable = { frame: Frame; claim: EditionClaim | null; number: number | null };
export type Room = { maxwidth: number | null; maxheight: number | null };

const WIDTH = 640;

/** An oEmbed answer of the rich type (https://oembed.com, 2.3.4.4), no larger than the room there is. */
export function oembedOf({ frame, claim, number }: Embeddable, origin: string, { maxwidth, maxheight }: Room) {
  const { article, desk, scale } = frame;
  const label = claim && (verdictOf(scale, claim.content.verdict?.key ?? null)?.label ?? 'No verdict');
  const title = claim ? `${label}: ${claim.content.statement}` : `Fact check: ${article.title}`;
  const url = `${origin}${addressOf(article.slug, number, claim?.k)}`;
  const width = Math.min(WIDTH, maxwidth ?? WIDTH);
  const tall = claim ? frameHeights.claim : frameHeights.edition;
  const height = Math.min(tall, maxheight ?? tall);
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: desk.name,
    provider_name: desk.name,
    provider_url: origin,
    cache_age: 60,
    width,
    height,
    html: frameOf(url, title, { width, height }),
    ...(claim
      ? {
          thumbnail_url: `${origin}${addressOf(article.slug, frame.edition.number, claim.k)}/card.png`,
          thumbnail_width: 1200,
          thumbnail_height: 630,
        }
      : {}),
  };
}
