import { addressOf, type EditionClaim, type Payload } from '@/domain/edition';
import { verdictOf } from '@/domain/scale';
import { claimListOf, claimReviewDocument, claimReviewOf } from './claim-review';
import { type ExportDocument, exportDocuments } from './documents';
import { inScript } from './json-ld';

/*
 * What a public page tells machines about itself (`head`), and how its readers can cite, embed and take along what it
 * shows (`sharing`). Addresses are absolute; those of pages that change are of the newest edition, all others numbered.
 */

type Link = { type: string; href: string; title: string };

export const feedLinks = (origin: string): Link[] => [
  { type: 'application/atom+xml', href: `${origin}/feed.atom`, title: 'Fact checks (Atom)' },
  { type: 'application/feed+json', href: `${origin}/feed.json`, title: 'Fact checks (JSON Feed)' },
];

const oembedLink = (origin: string, url: string): Link => ({
  type: 'application/json+oembed',
  href: `${origin}/oembed?format=json&url=${encodeURIComponent(url)}`,
  title: 'oEmbed',
});

const documentLinks = (documents: readonly ExportDocument[], here: string): Link[] =>
  documents.map(({ name, type, title }) => ({ type: type.split(';', 1)[0] ?? type, href: `${here}/${name}`, title }));

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Heights of frames, in CSS pixels, in which most of what they show needs no scrolling. */
export const frameHeights = { edition: 480, claim: 400 };

/** The HTML by which another page shows a page of ours in a frame, without a script. */
export const frameOf = (url: string, title: string, size: { width: number | string; height: number }): string =>
  `<iframe src="${escaped(url)}/embed" title="${escaped(title)}" width="${size.width}" height="${size.height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;

const dayOf = (instant: string): string => instant.slice(0, 10);

/** What the page of an edition tells. `description` is its verdicts counted, in words. */
export function editionTells(payload: Payload, origin: string, description: string) {
  const { article, desk, edition } = payload.frame;
  const newest = `${origin}${addressOf(article.slug)}`;
  const here = `${origin}${addressOf(article.slug, edition.number)}`;
  const title = `Fact check: ${article.title}`;
  const documents = documentLinks(exportDocuments, here);
  return {
    head: {
      origin,
      data: inScript(claimListOf(payload, origin)),
      alternates: [...documents, oembedLink(origin, newest), ...feedLinks(origin)],
      preview: { url: newest, title, description },
    },
    sharing: {
      language: article.language,
      citation: `${desk.name}: “${title}”, edition ${edition.number}, ${dayOf(edition.publishedAt)}. ${here}`,
      embed: frameOf(newest, title, { width: '100%', height: frameHeights.edition }),
      downloads: [
        { href: `${here}/edition.zip`, title: 'Everything, to read and verify without a network (zip)' },
        { href: `${here}.json`, title: 'The published record (JSON)' },
        ...documents,
      ],
    },
  };
}

/** What the page of one claim of an edition tells. */
export function claimTells(payload: Payload, claim: EditionClaim, origin: string) {
  const { frame } = payload;
  const { article, desk, edition, scale } = frame;
  const newest = `${origin}${addressOf(article.slug, null, claim.k)}`;
  const here = `${origin}${addressOf(article.slug, edition.number, claim.k)}`;
  const label = verdictOf(scale, claim.content.verdict?.key ?? null)?.label ?? 'No verdict';
  const title = `${label}: ${claim.content.statement}`;
  const documents = documentLinks(
    exportDocuments.filter(({ ofClaim }) => ofClaim),
    here,
  );
  const review = claimReviewOf(frame, claim, origin);
  return {
    head: {
      origin,
      ...(review ? { data: inScript(claimReviewDocument(frame, claim, origin)) } : {}),
      alternates: [...documents, oembedLink(origin, newest)],
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
      embed: frameOf(newest, title, { width: '100%', height: frameHeights.claim }),
      downloads: [{ href: `${here}.json`, title: 'The published record (JSON)' }, ...documents],
    },
  };
}
