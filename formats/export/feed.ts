import { element, type Xml, xmlDocument } from './xml';

/** A feed of editions, whichever format it is printed in. Addresses are absolute, times RFC 3339. */
export type Feed = {
  title: string;
  description: string;
  /** the page it is a feed of */
  home: string;
  /** its own addresses */
  self: { atom: string; json: string };
  /** where what is older goes on, without the address of this feed's kind: a query, or null */
  older: string | null;
  author: string;
  /** newest first */
  entries: FeedEntry[];
};

export type FeedEntry = {
  /** an IRI that never changes, whatever name the desk is served under */
  id: string;
  url: string;
  title: string;
  text: string;
  publishedAt: string;
  /** later than `publishedAt` where what it tells of was withdrawn */
  updatedAt: string;
  author: string;
  language: string;
  tags: string[];
};

const link = (rel: string, href: string, type: string | null = null): Xml => element('link', { rel, type, href });

const entryOf = ({ id, url, title, text, publishedAt, updatedAt, author, language, tags }: FeedEntry): Xml =>
  element(
    'entry',
    { 'xml:lang': language },
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, updatedAt),
    element('published', {}, publishedAt),
    element('author', {}, element('name', {}, author)),
    link('alternate', url, 'text/html'),
    ...tags.map((term) => element('category', { term })),
    element('summary', {}, text),
  );

/** When a feed last changed; the beginning of time for one that holds nothing yet, so that its bytes stay the same. */
const updatedOf = ({ entries }: Feed): string => entries[0]?.publishedAt ?? '1970-01-01T00:00:00Z';

/** An Atom feed (RFC 4287), in pages (RFC 5005). */
export const atomOf = (feed: Feed): string =>
  xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom' },
      element('id', {}, feed.self.atom),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, updatedOf(feed)),
      element('author', {}, element('name', {}, feed.author)),
      link('self', feed.self.atom, 'application/atom+xml'),
      link('alternate', feed.home, 'text/html'),
      feed.older === null ? null : link('next', `${feed.self.atom}${feed.older}`, 'application/atom+xml'),
      ...feed.entries.map(entryOf),
    ),
  );

/** A JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeedOf = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self.json,
    description: feed.description,
    authors: [{ name: feed.author }],
    ...(feed.older === null ? {} : { next_url: `${feed.self.json}${feed.older}` }),
    items: feed.entries.map(({ id, url, title, text, publishedAt, updatedAt, author, language, tags }) => ({
      id,
      url,
      title,
      content_text: text,
      date_published: publishedAt,
      ...(updatedAt === publishedAt ? {} : { date_modified: updatedAt }),
      authors: [{ name: author }],
      language,
      ...(tags.length > 0 ? { tags } : {}),
    })),
  });
