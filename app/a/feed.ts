import { ownOrigin } from '@/app/api/door/origin';
import { addressOf, checkedInWords, countsOf, tierWords } from '@/components/reader/words';
import { listEveryEdition, listWithdrawals, type Published, type ToldWithdrawal } from '@/db/editions/public';
import { sha256Hex } from '@/domain/canonical';
import type { Feed, FeedEntry } from '@/formats/export/feed';
import { publicDocument } from './answer';

/** Entries in one page of a feed. */
const PAGE = 50;

function entryOf(edition: Published, origin: string): FeedEntry {
  const { article, tier, note, verdicts, number, withdrawal } = edition;
  const told = checkedInWords(verdicts.length, countsOf(edition.scale, verdicts));
  const fixed = {
    // an edition's own id, which outlives the name that the desk is served under
    id: `urn:uuid:${edition.id}`,
    url: `${origin}${addressOf(edition.slug, number)}`,
    publishedAt: edition.publishedAt,
    author: edition.desk,
    language: article.language,
  };
  if (withdrawal) {
    const title = `Withdrawn: edition ${number} of a fact check`;
    return { ...fixed, title, text: withdrawal.reason, updatedAt: withdrawal.at, tags: ['Withdrawn'] };
  }
  return {
    ...fixed,
    title: tier === null ? article.title : `${tierWords[tier]}: ${article.title}`,
    text: note === null ? told : `${note}\n\n${told}`,
    updatedAt: edition.publishedAt,
    tags: tier === null ? [] : [tierWords[tier]],
  };
}

/** An entry of its own, since who has read the edition's will not look there again. */
function withdrawalOf({ id, slug, number, k, reason, at, desk }: ToldWithdrawal, origin: string): FeedEntry {
  const what = k === null ? `edition ${number}` : `claim ${k}`;
  return {
    id: `urn:uuid:${id}`,
    url: `${origin}${addressOf(slug, number, k ?? undefined)}`,
    title: `Withdrawn: ${what} of a fact check`,
    text: reason,
    publishedAt: at,
    updatedAt: at,
    author: desk,
    language: 'en',
    tags: ['Withdrawn'],
  };
}

type Item = { id: string; desk: string; entry: FeedEntry };

/** Editions and withdrawals together, latest first: the ids of both sort by creation. */
async function itemsBefore(before: string | undefined, origin: string): Promise<Item[]> {
  const page = { before, limit: PAGE + 1 };
  const [editions, withdrawals] = [await listEveryEdition(page), await listWithdrawals(page)];
  return [
    ...editions.map((edition) => ({ id: edition.id, desk: edition.desk, entry: entryOf(edition, origin) })),
    ...withdrawals.map((made) => ({ id: made.id, desk: made.desk, entry: withdrawalOf(made, origin) })),
  ].sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Answers with every edition and withdrawal, latest first, in pages, as `print` writes a feed. */
export async function answerFeed(request: Request, type: string, print: (feed: Feed) => string): Promise<Response> {
  const origin = ownOrigin(request.headers);
  const before = new URL(request.url).searchParams.get('before')?.slice(0, 64) || undefined;
  const found = await itemsBefore(before, origin);
  const items = found.slice(0, PAGE);
  const last = items.at(-1);
  const desk = items[0]?.desk ?? 'Fact checks';
  const feed: Feed = {
    title: `Fact checks by ${desk}`,
    description: `Articles checked claim by claim by ${desk}: new editions, updates, corrections and withdrawals.`,
    home: `${origin}/`,
    self: { atom: `${origin}/feed.atom`, json: `${origin}/feed.json` },
    older: found.length > PAGE && last ? `?before=${last.id}` : null,
    author: desk,
    entries: items.map(({ entry }) => entry),
  };
  const key = `${type} ${sha256Hex(JSON.stringify(feed))}`;
  return publicDocument(request, { key, keep: 'if unchanged', type, draw: async () => print(feed) });
}
