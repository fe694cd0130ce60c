import { descriptionOf } from '@/components/reader/edition-page';
import type { PageHead } from '@/components/reader/page-head';
import type { Sharing } from '@/components/reader/share';
import { addressOf, dayOf, verdictIn } from '@/components/reader/words';
import type { EditionClaim, Payload } from '@/domain/edition';
import { claimReviewDocument, claimReviewOf, editionReviews } from '@/formats/export/claim-review';
import { exportDocuments } from '@/formats/export/documents';
import { inScript } from '@/formats/export/json-ld';

export const feeds = (origin: string): NonNullable<PageHead['alternates']> => [
  { type: 'application/atom+xml', href: `${origin}/feed.atom`, title: 'Fact checks (Atom)' },
  { type: 'application/feed+json', href: `${origin}/feed.json`, title: 'Fact checks (JSON Feed)' },
];

const oembed = (origin: string, url: string) => ({
  type: 'application/json+oembed',
  href: `${origin}/oembed?format=json&url=${encodeURIComponent(url)}`,
  title: 'oEmbed',
});

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The HTML by which another page shows an address of ours in a frame. */
export const frameOf = (url: string, title: string, { width, height }: { width: number | string; height: number }) =>
  `<iframe src="${escaped(url)}/embed" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;

const HEIGHT = { edition: 480, claim: 360 };

type Sight = { payload: Payload; origin: string };

/** What the page of an edition tells machines, and how it can be cited, embedded and taken along. */
export function editionTells({ payload, origin }: Sight): { head: PageHead; sharing: Sharing } {
  const { article, desk, edition } = payload.frame;
  const newest = `${origin}${addressOf(article.slug)}`;
  const here = `${origin}${addressOf(article.slug, edition.number)}`;
  const title = `Fact check: ${article.title}`;
  return {
    head: {
      data: inScript(editionReviews(payload, origin)),
      alternates: [
        ...exportDocuments.map(({ name, type, title }) => ({
          type: type.split(';')[0]!,
          href: `${here}/${name}`,
          title,
        })),
        oembed(origin, newest),
        ...feeds(origin),
      ],
      preview: { url: newest, title, description: descriptionOf(payload) },
    },
    sharing: {
      language: article.language,
      citation: `${desk.name}: “${title}”, edition ${edition.number}, ${dayOf(edition.publishedAt)}. ${here}`,
      embed: frameOf(newest, title, { width: '100%', height: HEIGHT.edition }),
      downloads: [
        { href: `${here}/edition.zip`, title: 'Everything, to read offline (zip)' },
        { href: `${here}.json`, title: 'The published record (JSON)' },
        ...exportDocuments.map(({ name, title }) => ({ href: `${here}/${name}`, title })),
      ],
    },
  };
}

/** The same for the page of one claim. */
export function claimTells({ payload, origin }: Sight, claim: EditionClaim): { head: PageHead; sharing: Sharing } {
  const { frame } = payload;
  const { article, desk, edition, scale } = frame;
  const { label } = verdictIn(scale, claim.content);
  const newest = `${origin}${addressOf(article.slug, null, claim.k)}`;
  const here = `${origin}${addressOf(article.slug, edition.number, claim.k)}`;
  const title = `${label}: ${claim.content.statement}`;
  const documents = exportDocuments.filter(({ ofClaim }) => ofClaim);
  return {
    head: {
      ...(claimReviewOf(frame, claim, origin) ? { data: inScript(claimReviewDocument(frame, claim, origin)) } : {}),
      alternates: [
        ...documents.map(({ name, type, title }) => ({ type: type.split(';')[0]!, href: `${here}/${name}`, title })),
        oembed(origin, newest),
      ],
      preview: {
        url: newest,
        title,
        description: `Fact check of “${article.title}” by ${desk.name}.`,
        image: { url: `${here}/card.png`, alt: title },
      },
    },
    sharing: {
      language: article.language,
      citation: `${desk.name}: “${title}”, claim ${claim.k}, edition ${edition.number}, ${dayOf(edition.publishedAt)}. ${here}`,
      embed: frameOf(newest, title, { width: '100%', height: HEIGHT.claim }),
      downloads: [
        { href: `${here}.json`, title: 'The published record (JSON)' },
        ...documents.map(({ name, title }) => ({ href: `${here}/${name}`, title })),
      ],
    },
  };
}
