import { ownOrigin } from '@/app/api/door/origin';
import { addressOf, claimsInWords, countsInWords, countsOf, tierWords } from '@/components/reader/words';
import { listEveryEdition, type Published } from '@/db/editions/public';
import type { Feed, FeedEntry } from '@/formats/export/feed';
import { publicDocument } from './answer';

/** Editions in one page of a feed. */
const PAGE = 50;

function entryOf(edition: Published, origin: string): FeedEntry {
  const { article, tier, note, verdicts, number } = edition;
  const told = `${claimsInWords(verdicts.length)} checked: ${countsInWords(countsOf(edition.scale, verdicts))}.`;
  return {
    // an edition's own id, which outlives the name that the desk is served under
    id: `urn:uuid:${edition.id}`,
    url: `${origin}${addressOf(edition.slug, number)}`,
    title: tier === null ? article.title : `${tierWords[tier]}: ${article.title}`,
    text: note === null ? told : `${note}\n\n${told}`,
    publishedAt: edition.publishedAt,
    author: edition.desk,
    language: article.language,
    tags: tier === null ? [] : [tierWords[tier]],
  };
}

/** Answers with every edition, latest first, in pages, as `print` writes a feed. */
export async function answerFeed(request: Request, type: string, print: (feed: Feed) => string): Promise<Response> {
  const origin = ownOrigin(request.headers);
  const before = new URL(request.url).searchParams.get('before')?.slice(0, 64) || undefined;
  const found = await listEveryEdition({ before, limit: PAGE + 1 });
  const items = found.slice(0, PAGE);
  const last = items.at(-1);
  const desk = items[0]?.desk ?? 'Fact checks';
  const feed: Feed = {
    title: `Fact checks by ${desk}`,
    description: `Articles checked claim by claim by ${desk}: new editions, updates and corrections.`,
    home: `${origin}/`,
    self: { atom: `${origin}/feed.atom`, json: `${origin}/feed.json` },
    older: found.length > PAGE && last ? `?before=${last.id}` : null,
    author: desk,
    entries: items.map((edition) => entryOf(edition, origin)),
  };
  const key = [type, origin, feed.older, ...items.map(({ id }) => id)].join(' ');
  return publicDocument(request, { key, keep: 'if unchanged', type, draw: async () => print(feed) });
}
